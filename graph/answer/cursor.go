package answer

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// cut returns at most limit items from where the cursor says, and the cursor of what follows. A cursor is the number of
// items before it and eight digits that tell the map and the question it belongs to, so that a cursor of another map or
// question is refused and never answered with the wrong part.
func cut[T any](items []T, limit int, cursor, asked string) (part []T, next *string, err error) {
	sum := sha256.Sum256([]byte(asked))
	mark := hex.EncodeToString(sum[:4])
	from := 0
	if cursor != "" {
		number, of, _ := strings.Cut(cursor, "-")
		from, err = strconv.Atoi(number)
		if err != nil || from < 0 || from > len(items) || of != mark {
			return nil, nil, &QuestionError{Part: "cursor", Value: cursor, Try: "not of this question on this map; ask from the start"}
		}
	}
	to := len(items)
	if limit > 0 && to-from > limit {
		to = from + limit
		s := itoa(to) + "-" + mark
		next = &s
	}
	return items[from:to], next, nil
}

func itoa(n int) string { return strconv.Itoa(n) }

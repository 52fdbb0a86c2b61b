package export

// rgb is a colour, 0 to 255 each.
type rgb struct{ r, g, b uint8 }

// palette is the colours of the eight largest communities on a light page. They are those of the map: apart from each
// other for every kind of colour blindness; ten colours would not be.
var palette = [...]rgb{
	{0x0a, 0x94, 0xf9},
	{0xb5, 0x3e, 0x02},
	{0x15, 0x77, 0x6a},
	{0xde, 0x51, 0xb8},
	{0xa6, 0x90, 0x4c},
	{0x07, 0x3f, 0x6d},
	{0x75, 0x01, 0x2a},
	{0x75, 0x31, 0xc5},
}

// grey is the colour of the communities from the ninth on, and of papers without one.
var grey = rgb{0x8b, 0x92, 0x9d}

// colourOf returns the colour of the community at a place, -1 for none.
func colourOf(place int32) rgb {
	if place < 0 || int(place) >= len(palette) {
		return grey
	}
	return palette[place]
}

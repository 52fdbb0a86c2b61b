/** Which papers lie inside a line drawn round them. Pure. */

/**
 * Numbers of the points inside a polygon, ascending, by the even-odd rule. O(points × corners).
 * @param {readonly { x: number, y: number }[]} corners
 * @param {ArrayLike<number>} px x and y of each point
 */
export function insidePolygon(corners, px) {
  const inside = [];
  for (let i = 0; i < px.length / 2; i++) if (isInside(corners, px[2 * i], px[2 * i + 1])) inside.push(i);
  return inside;
}

/** @param {readonly { x: number, y: number }[]} corners @param {number} x @param {number} y */
function isInside(corners, x, y) {
  let odd = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [a, b] = [corners[i], corners[j]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  }
  return odd;
}

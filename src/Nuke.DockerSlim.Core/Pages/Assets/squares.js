/**
 * Shares out a rectangle among items in the order of their bytes, the largest first, each as near to a square as it can be (squarified treemaps: Bruls,
 * Huizing, van Wijk, 2000). Calls place(item, x, y, width, height) for each.
 */
function shareOut(items, x, y, width, height, place) {
  let left = items.reduce((sum, item) => sum + item.bytes, 0);
  let at = 0;
  while (at < items.length && left > 0 && width > 0 && height > 0) {
    const side = Math.min(width, height);
    const scale = width * height / left;
    // A row along the shorter side grows as long as its worst item gets no longer.
    let row = 0, end = at, worst = Infinity;
    while (end < items.length) {
      const area = (row + items[end].bytes) * scale;
      const [most, least] = [items[at].bytes * scale, items[end].bytes * scale];
      const ratio = Math.max(side * side * most / (area * area), area * area / (side * side * least));
      if (ratio > worst) break;
      worst = ratio;
      row += items[end++].bytes;
    }
    const thick = row * scale / side;
    let along = 0;
    for (; at < end; at++) {
      const long = items[at].bytes / row * side;
      if (width < height) place(items[at], x + along, y, long, thick);
      else place(items[at], x, y + along, thick, long);
      along += long;
    }
    left -= row;
    if (width < height) [y, height] = [y + thick, height - thick];
    else [x, width] = [x + thick, width - thick];
  }
}

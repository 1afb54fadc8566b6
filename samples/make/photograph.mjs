// A page as a phone takes it that is held at an angle: its corners move in, and the light falls off to one side.

/** The eight numbers of the map that takes the corners of a sheet to `corners`: [a, b, c, d, e, f, g, h]. */
function mapTo(corners, width, height) {
  const square = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const rows = square.flatMap(([x, y], i) => {
    const [u, v] = corners[i];
    return [
      [u, v, 1, 0, 0, 0, -x * u, -x * v, x],
      [0, 0, 0, u, v, 1, -y * u, -y * v, y],
    ];
  });
  for (let i = 0; i < 8; i++) {
    const pivot = rows.slice(i).reduce((best, row) => (Math.abs(row[i]) > Math.abs(best[i]) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(i, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[i] / pivot[i];
      for (let k = i; k < 9; k++) row[k] -= factor * pivot[k];
    }
  }
  return rows.map((row, i) => row[8] / row[i]);
}

/**
 * `gray`: bytes of a picture. `tilt`: the largest part of the sheet by which a corner moves in. `light`: what is left of it at the darker
 * side. Outside the sheet is a dark table.
 */
export function photograph({ width, height, data }, { tilt, light }, random) {
  const move = () => random() * tilt;
  const corners = [
    [width * move(), height * move()],
    [width * (1 - move()), height * move()],
    [width * (1 - move()), height * (1 - move())],
    [width * move(), height * (1 - move())],
  ];
  const [a, b, c, d, e, f, g, h] = mapTo(corners, width, height);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const below = g * x + h * y + 1;
      const [sx, sy] = [(a * x + b * y + c) / below, (d * x + e * y + f) / below];
      const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
      const isSheet = ix >= 0 && iy >= 0 && ix < width - 1 && iy < height - 1;
      const at = iy * width + ix;
      const [fx, fy] = [sx - ix, sy - iy];
      const top = isSheet ? data[at] + (data[at + 1] - data[at]) * fx : 0;
      const low = isSheet ? data[at + width] + (data[at + width + 1] - data[at + width]) * fx : 0;
      const bright = light + ((1 - light) * (x + y)) / (width + height);
      out[y * width + x] = Math.round((isSheet ? top + (low - top) * fy : 70) * bright);
    }
  }
  return out;
}

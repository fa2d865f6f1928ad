/** The map of the files: a rectangle a file, as large as its bytes, in the colour of the layer that brought it. */
function drawTreemap(host, data, layers) {
  const mostCells = 900, deepest = 4, header = 17;
  const whole = readFiles(data, () => true);
  let root = whole, here = root, byLayer = true, picked = null, cells = [];

  const own = layers.map((x, i) => i).filter(i => layers[i].base === false);
  const base = layers.map((x, i) => i).filter(i => layers[i].base === true);
  const colour = number => {
    const layer = layers[number];
    if (!layer || (picked !== null && picked !== number)) return "u";
    if (layer.base === true) return byLayer ? `b${base.indexOf(number) % 2}` : "b0";
    return layer.base === false || byLayer ? byLayer ? `c${Math.max(0, own.indexOf(number)) % 8}` : "c0" : "u";
  };

  const crumbs = make("ol", { class: "crumbs", "aria-label": "Folder" });
  const squares = make("div", { class: "squares", role: "group", "aria-label": "Map of the files; arrow keys move, Enter opens a folder, Backspace leaves it" });
  const detail = make("p", { class: "detail", "aria-live": "polite" });
  const legend = make("ul", { class: "legend", "aria-label": "Layers" });
  const kids = make("div", { class: "scroll" });
  const mode = (text, value) => make("label", {}, make("input", {
    type: "radio", name: "colours", checked: value, change: () => { byLayer = value; draw(); },
  }), ` ${text}`);
  const onlyOwn = make("label", {}, make("input", {
    type: "checkbox", change: event => {
      root = event.target.checked ? readFiles(data, x => layers[x]?.base !== true) : whole;
      here = findAlike(root, here);
      draw();
    },
  }), " without the base image");
  host.append(
    make("div", { class: "tools", role: "group", "aria-label": "Colours" }, "Colours:", mode("layers", true), mode("base and own", false),
      base.length > 0 && own.length > 0 ? onlyOwn : ""),
    crumbs, squares, detail, legend, kids);

  function draw(focused) {
    const { clientWidth: width, clientHeight: height } = squares;
    cells = [];
    lay(here, 0, 0, width, height, 1);
    const rest = cells.map(({ node, x, y, w, h, isBox }) => {
      const label = w > 30 && h > 13 ? [make("span", {}, shown(node.name)), ...(h > 30 && !isBox ? [make("span", {}, bytesText(node.bytes))] : [])] : [];
      const cell = make("button", {
        type: "button", tabindex: -1, class: `cell ${isBox ? "box" : colour(node.layer)}${node.kids ? " folder" : ""}`,
        "aria-label": `${shown(node.name)}, ${node.kids ? "folder, " : ""}${bytesText(node.bytes)}, ${shareText(node.bytes, whole.bytes)}`,
      }, ...label);
      Object.assign(cell.style, {
        left: `${100 * x / width}%`, top: `${100 * y / height}%`, width: `${100 * w / width}%`, height: `${100 * h / height}%`,
      });
      return cell;
    });
    squares.replaceChildren(...rest);
    cells.forEach((cell, i) => cell.element = rest[i]);
    const first = focused ? cells.findIndex(x => x.node === focused) : 0;
    reach(Math.max(0, first), focused !== undefined);
    drawCrumbs();
    drawLegend();
    drawKids();
  }

  // Boxes come before what lies in them, so that this is drawn over them.
  function lay(folder, x, y, width, height, depth) {
    shareOut(folder.kids, x, y, width, height, (node, x, y, w, h) => {
      if (w < 3 || h < 3 || cells.length >= mostCells) return;
      const isBox = node.kids !== null && depth < deepest && w > 64 && h > 44;
      cells.push({ node, x, y, w, h, isBox });
      if (isBox) lay(node, x + 2, y + header, w - 4, h - header - 2, depth + 1);
    });
  }

  function reach(index, focus) {
    cells.forEach((cell, i) => cell.element.tabIndex = i === index ? 0 : -1);
    if (!cells[index]) return detail.replaceChildren();
    if (focus) cells[index].element.focus({ preventScroll: true });
    tell(cells[index].node);
  }

  function tell(node) {
    const layer = layers[node.layer];
    detail.replaceChildren(
      make("strong", {}, make("bdi", {}, pathOf(node))), ` ${bytesText(node.bytes)}, ${shareText(node.bytes, whole.bytes)} of the image`,
      node.kids ? `, ${countText(node.files, "file")}` : "", make("br"),
      node.kids && node.byLayer.size > 1 ? `${node.byLayer.size} layers, mostly ` : "", `layer ${node.layer}`,
      layer ? `, ${layer.base === true ? "base" : layer.base === false ? "own" : "of unknown origin"} ` : "", lineLink(layer?.line ?? null), " ",
      make("code", {}, make("bdi", {}, shown(layer?.instruction))));
  }

  function open(folder, focused) {
    here = folder;
    draw(focused ?? folder.kids[0] ?? null);
  }

  function drawCrumbs() {
    const way = [];
    for (let node = here; node; node = node.parent) way.unshift(node);
    crumbs.replaceChildren(...way.map(node => make("li", {}, make("button", {
      type: "button", "aria-current": node === here ? "location" : null, click: () => open(node),
    }, make("bdi", {}, node.parent ? shown(node.name) : "/"), ` ${bytesText(node.bytes)}`))));
  }

  function drawLegend() {
    const used = [...here.byLayer].sort((x, y) => x[0] - y[0]);
    legend.replaceChildren(...used.map(([number, bytes]) => make("li", {}, make("button", {
      type: "button", "aria-pressed": String(picked === number), title: "Show this layer alone",
      click: event => {
        picked = picked === number ? null : number;
        const at = [...legend.children].indexOf(event.currentTarget.parentElement);
        draw();
        legend.children[at]?.firstChild.focus();
      },
    }, make("span", { class: `swatch ${colour(number)}` }), make("span", { class: "text" },
      `${layers[number]?.base === true ? "base" : layers[number]?.line ? `line ${layers[number].line}` : `layer ${number}`}: `,
      make("bdi", {}, shown(layers[number]?.instruction))), bytesText(bytes)))));
  }

  function drawKids() {
    const most = 12;
    const row = node => make("tr", {},
      make("td", { class: "path" }, node.kids
        ? make("button", { type: "button", click: () => open(node) }, make("bdi", {}, `${shown(node.name)}/`))
        : make("bdi", {}, shown(node.name))),
      make("td", { class: "n" }, bytesText(node.bytes)), make("td", { class: "n" }, shareText(node.bytes, whole.bytes)),
      make("td", { class: "n" }, lineLink(layers[node.layer]?.line ?? null)));
    const head = ["in this folder", "bytes", "of the image", "by"].map((x, i) => make("th", { scope: "col", class: i ? "n" : null }, x));
    const more = here.kids.length - most;
    kids.replaceChildren(
      make("table", { class: "kids" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...here.kids.slice(0, most).map(row))),
      more > 0 ? make("p", { class: "soft" }, `and ${more.toLocaleString("en")} more`) : "");
  }

  const cellOf = event => cells.findIndex(x => x.element === event.target.closest(".cell"));
  squares.addEventListener("click", event => {
    const at = cellOf(event);
    if (at < 0) return;
    if (cells[at].node.kids) open(cells[at].node);
    else reach(at, true);
  });
  squares.addEventListener("pointerover", event => {
    const at = cellOf(event);
    if (at >= 0) tell(cells[at].node);
  });
  squares.addEventListener("focusin", event => {
    const at = cellOf(event);
    if (at >= 0) reach(at, false);
  });
  squares.addEventListener("keydown", event => {
    const at = cellOf(event);
    if (event.key === "Backspace" || event.key === "Escape") {
      if (here.parent) open(here.parent, here);
      event.preventDefault();
    } else if (at >= 0 && event.key.startsWith("Arrow")) {
      const next = nearest(cells, at, event.key.slice(5));
      if (next >= 0) reach(next, true);
      event.preventDefault();
    }
  });

  let last = 0;
  new ResizeObserver(() => {
    if (squares.clientWidth === last || squares.clientWidth === 0) return;
    last = squares.clientWidth;
    draw();
  }).observe(squares);
  host.hidden = false;
  last = squares.clientWidth;
  draw();
}

/** The cell that lies next in a direction: Left, Right, Up or Down; -1 where none does. */
function nearest(cells, at, direction) {
  const middle = cell => [cell.x + cell.w / 2, cell.isBox ? cell.y + 8 : cell.y + cell.h / 2];
  const [x, y] = middle(cells[at]);
  let best = -1, least = Infinity;
  cells.forEach((cell, i) => {
    const [dx, dy] = [middle(cell)[0] - x, middle(cell)[1] - y];
    const [ahead, aside] = direction === "Left" ? [-dx, dy] : direction === "Right" ? [dx, dy] : direction === "Up" ? [-dy, dx] : [dy, dx];
    const far = ahead + 2 * Math.abs(aside);
    if (i !== at && ahead > 1 && far < least) [best, least] = [i, far];
  });
  return best;
}

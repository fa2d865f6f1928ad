/**
 * The files of the image as a tree of folders, of the numbers that the page holds: depth, name, bytes, layer; see FileMap. Files of layers that are not kept,
 * and folders that have no others, are left out.
 */
function readFiles(data, keeps) {
  const folder = (name, parent) => ({ name, parent, bytes: 0, files: 0, layer: 0, kids: [], byLayer: new Map(), isRest: false });
  const root = folder("", null);
  const open = [root];
  const all = [];
  for (let i = 0; i < data.nodes.length; i += 4) {
    const [depth, name, bytes, layer] = data.nodes.slice(i, i + 4);
    const parent = open[depth];
    let node;
    if (bytes < 0) {
      node = folder(data.names[name], parent);
      open[depth + 1] = node;
    } else {
      if (!keeps(layer)) continue;
      const isRest = name < 0;
      node = {
        name: isRest ? countText(-name, "other file") : data.names[name],
        parent, bytes, layer, files: isRest ? -name : 1, kids: null, byLayer: null, isRest,
      };
    }
    parent.kids.push(node);
    all.push(node);
  }
  // What lies in a folder stands behind it.
  for (let i = all.length - 1; i >= 0; i--) {
    const { parent, bytes, files, byLayer, layer } = all[i];
    parent.bytes += bytes;
    parent.files += files;
    for (const [number, sum] of byLayer ?? [[layer, bytes]])
      parent.byLayer.set(number, (parent.byLayer.get(number) ?? 0) + sum);
  }
  for (const node of [root, ...all])
    if (node.kids) {
      node.kids = node.kids.filter(x => x.bytes > 0).sort((x, y) => y.bytes - x.bytes);
      let most = -1;
      for (const [number, sum] of node.byLayer)
        if (sum > most) [most, node.layer] = [sum, number];
    }
  return root;
}

/** The folder of the same path in another tree of the same files; its root where there is none. */
function findAlike(root, folder) {
  const names = [];
  for (let node = folder; node.parent; node = node.parent) names.unshift(node.name);
  let found = root;
  for (const name of names) found = found?.kids?.find(x => x.kids && x.name === name);
  return found ?? root;
}

const pathOf = node => node.parent === null ? "/" : pathOf(node.parent) + shown(node.name) + (node.kids ? "/" : "");

function start() {
  const data = JSON.parse(byId("data").textContent);
  const timelines = byId("timelines");
  if (timelines && data.builds.length > 0) {
    const key = (name, text) => make("span", {}, make("span", { class: `key ${name}` }), text);
    timelines.append(
      make("p", { class: "soft tools" }, key("critical", "critical path"), key("", "beside it"), key("cached", "from the cache")),
      ...data.builds.map(drawTimeline));
    timelines.hidden = false;
  }
  const map = byId("map");
  const files = JSON.parse(byId("files-data").textContent);
  if (map && files && files.nodes.length > 0) drawTreemap(map, files, data.layers);
}

start();

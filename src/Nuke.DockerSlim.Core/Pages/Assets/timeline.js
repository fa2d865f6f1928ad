/** When each step of a build ran; what came from the cache, and the steps that each waited for the one before. */
function drawTimeline(build) {
  const whole = Math.max(build.milliseconds, ...build.steps.map(x => x.to), 1);
  // What took no time to speak of is shown on demand.
  const isShort = step => !step.critical && (step.cached || step.to - step.from < whole / 200);
  const short = build.steps.filter(isShort).length;
  const cached = build.steps.filter(x => x.cached).length;
  const steps = make("ul", { class: "steps" });

  const row = step => {
    const block = make("span", { class: "block" });
    block.style.left = `${Math.min(100 * step.from / whole, 99.5)}%`;
    block.style.width = `${100 * (step.to - step.from) / whole}%`;
    return make("li", { class: `step${step.critical ? " critical" : ""}${step.cached ? " cached" : ""}`, title: shown(step.name) },
      make("span", { class: "label" }, lineLink(step.line), step.line === null ? "" : " ", make("bdi", {}, shown(step.name))),
      make("span", { class: "track" }, block),
      make("span", { class: "took" }, step.cached ? "cached" : (step.critical ? "critical " : "") + timeText(step.to - step.from)));
  };
  const show = all => steps.replaceChildren(...build.steps.filter(x => all || !isShort(x)).map(row));

  const more = make("button", {
    type: "button", class: "more", "aria-expanded": "false",
    click: () => {
      const all = more.getAttribute("aria-expanded") === "false";
      more.setAttribute("aria-expanded", String(all));
      more.textContent = all ? "hide short and cached steps" : `show ${countText(short, "short or cached step")}`;
      show(all);
    },
  }, `show ${countText(short, "short or cached step")}`);
  const ticks = make("div", {});
  for (let i = 0; i <= 4; i++) {
    const tick = make("span", {}, timeText(whole * i / 4));
    tick.style[i === 4 ? "right" : "left"] = i === 4 ? "0" : `${25 * i}%`;
    ticks.append(tick);
  }
  show(false);
  return make("section", { "aria-label": `timeline of the ${build.name} build` },
    make("h3", {}, `${build.name} build, ${timeText(build.milliseconds)}`, make("span", { class: "soft" }, ` ${countText(build.steps.length, "step")}, ${cached} cached`)),
    make("div", { class: "ticks", "aria-hidden": "true" }, ticks), steps, short > 0 ? more : "");
}

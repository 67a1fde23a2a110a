"use strict";
(function () {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const dark = () =>
    root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => {
    button.textContent = dark() ? "Light" : "Dark";
    button.setAttribute("aria-label", "Switch to the " + button.textContent.toLowerCase() + " theme");
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    localStorage.setItem("growthline-theme", root.dataset.theme);
    name();
  });
  name();

  // As the server writes amounts: minor units with a sign of the currency before them.
  const amount = (minor, money, digits) => (minor < 0 ? "\u2212" : "") + money.sign
    + (Math.abs(minor) / 10 ** money.digits).toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });

  // Sliders say the amount they stand at while they move, also when their section is replaced.
  const show = (slider) => {
    const digits = Number(slider.dataset.digits);
    const text = amount(slider.value, { sign: slider.dataset.sign, digits }, digits);
    slider.form.querySelector("output").textContent = text;
    slider.setAttribute("aria-valuetext", text + slider.dataset.per);
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches("input[type=range][data-sign]")) {
      show(event.target);
    }
  });
  document.querySelectorAll("input[type=range][data-sign]").forEach(show);

  // One definition is open at a time; Escape closes it and gives the focus back.
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.define[open]")) {
      document.querySelectorAll("details.define[open]").forEach((other) => {
        other.open = other === event.target;
      });
    }
  }, true);
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.define[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });

  // Forms ask for the page that is open; what is empty is no part of its address.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.path === "?") {
      event.detail.path = location.pathname;
      for (const [name, value] of Object.entries(event.detail.parameters)) {
        if (value === "") {
          delete event.detail.parameters[name];
        }
      }
    }
  });

  // A grid that is replaced says how many rows it shows, and its headings keep the focus.
  let focused = "";
  document.addEventListener("htmx:beforeSwap", () => {
    const heading = document.activeElement.closest("th");
    focused = heading ? heading.textContent : document.activeElement.textContent;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const grid = event.target.closest(".grid");
    if (!grid) {
      return;
    }
    const count = grid.querySelector(".count");
    document.getElementById("live").textContent = count ? count.textContent : "";
    if (document.activeElement === document.body) {
      const same = [...grid.querySelectorAll("th a, nav a")].find((a) => a.textContent === focused);
      (same || grid.querySelector("th a, nav a") || grid).focus();
    }
  });

  // Charts that can be operated: drawn by the server first, then replaced where a script may run.
  const explorers = [...document.querySelectorAll(".explorer")];
  const written = {
    minor: (v, money) => amount(v, money, Math.abs(v) < 100 * 10 ** money.digits ? money.digits : 0),
    share: (v) => (v * 100).toLocaleString("en-GB", { maximumFractionDigits: 1 }) + "%",
  };
  const plain = (v) => v.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  const draw = (explorer) => {
    const data = JSON.parse(explorer.querySelector("script").textContent);
    const live = explorer.querySelector(".live");
    const style = getComputedStyle(root);
    const color = (name) => style.getPropertyValue(name).trim();
    const format = written[data.unit.name] || plain;
    const write = (v) => format(v, data.unit.money);
    explorer.querySelectorAll(".wide, .narrow, .legend").forEach((still) => { still.hidden = true; });
    live.hidden = false;
    const chart = echarts.getInstanceByDom(live) || echarts.init(live, null, { renderer: "canvas" });
    const words = { color: color("--quiet"), fontFamily: "Inter, sans-serif", fontSize: 12 };
    chart.setOption({
      animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300,
      color: data.courses.map((course, i) => color("--c" + i)),
      textStyle: words,
      grid: { left: 8, right: 16, top: 40, bottom: data.periods.length > 12 ? 56 : 8, containLabel: true },
      legend: { type: "scroll", top: 0, left: 0, icon: "roundRect", itemWidth: 12, itemHeight: 8, textStyle: words, inactiveColor: color("--edge") },
      tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: color("--card"), borderColor: color("--line"),
        textStyle: { ...words, color: color("--ink") }, valueFormatter: (v) => (v == null ? "\u2013" : write(v)) },
      xAxis: { type: "category", data: data.periods, axisLine: { lineStyle: { color: color("--line") } }, axisTick: { show: false }, axisLabel: words },
      yAxis: { type: "value", axisLabel: { ...words, formatter: write }, splitLine: { lineStyle: { color: color("--line") } } },
      dataZoom: data.periods.length > 12 ? [{ type: "slider", height: 20, bottom: 8, borderColor: color("--line"), fillerColor: color("--band"), textStyle: words }] : [],
      series: data.courses.map((course) => ({
        name: course.name, data: course.values, type: course.form === "COLUMN" ? "bar" : "line",
        stack: course.form === "COLUMN" ? "all" : undefined, showSymbol: false, lineStyle: { width: 2 },
      })),
    }, true);
    return chart;
  };
  if (explorers.length > 0) {
    const library = document.createElement("script");
    library.src = root.dataset.echarts;
    library.addEventListener("load", () => {
      const all = () => explorers.forEach(draw);
      all();
      addEventListener("resize", () => explorers.forEach((explorer) => draw(explorer).resize()));
      button.addEventListener("click", all);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
    });
    document.head.append(library);
  }
})();

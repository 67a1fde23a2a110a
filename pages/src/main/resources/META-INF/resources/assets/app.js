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

  const price = document.getElementById("price");
  if (price) {
    const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
    const show = () => {
      const text = pounds.format(price.value / 100);
      document.getElementById("price-out").textContent = text;
      price.setAttribute("aria-valuetext", text + " a month");
    };
    price.addEventListener("input", show);
    show();
  }

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
})();

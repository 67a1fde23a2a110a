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
})();

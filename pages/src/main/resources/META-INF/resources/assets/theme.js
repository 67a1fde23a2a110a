"use strict";
// Runs before the page is drawn, so that a chosen theme never flashes.
(function () {
  const chosen = localStorage.getItem("growthline-theme");
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.theme = chosen;
  }
})();

// Select2 hides the field that has the label. What it shows in its place gets that name too.
(function () {
  "use strict";

  function labelOf(part) {
    const row = part.closest(".fieldBox") || part.closest(".form-row");
    return row && row.querySelector("label");
  }

  function nameSearch(search) {
    const shown = search.closest(".form-row") ? search : document.querySelector(".select2-container--open") || search;
    const label = labelOf(shown);
    if (label) {
      search.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
    }
  }

  function nameBox(box) {
    const label = labelOf(box);
    if (label && label.htmlFor) {
      label.id = label.id || "label-" + label.htmlFor;
      box.setAttribute("aria-labelledby", label.id + " " + box.getAttribute("aria-labelledby"));
      const shown = box.querySelector("[role=textbox]");
      if (shown) {
        shown.setAttribute("aria-labelledby", label.id);
      }
      box.dataset.named = "yes";
    }
  }

  function nameAll() {
    document.querySelectorAll(".select2-search__field:not([aria-label])").forEach(nameSearch);
    document.querySelectorAll(".select2-selection--single[aria-labelledby]:not([data-named])").forEach(nameBox);
  }

  new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
  nameAll();
})();

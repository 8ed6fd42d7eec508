/* Search fields: named for screen readers, and opened by letters. */
"use strict";
{
  const $ = django.jQuery;

  /* The library names its boxes by what is chosen only: nothing, as long as they are empty. */
  function nameSearches() {
    for (const drawn of document.querySelectorAll(".select2-container:not([data-named])")) {
      const select = drawn.previousElementSibling;
      const label = select && select.labels && select.labels[0];
      if (!label) continue;
      drawn.dataset.named = "yes";
      if (!label.id) label.id = `${select.id}_label`;
      const selection = drawn.querySelector(".select2-selection");
      const shown = drawn.querySelector(".select2-selection__rendered");
      const input = drawn.querySelector(".select2-search__field");
      if (select.multiple) {
        selection.setAttribute("aria-labelledby", label.id);
        if (input) input.setAttribute("aria-labelledby", label.id);
      } else {
        selection.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
        shown.setAttribute("aria-label", label.textContent.trim());
        shown.removeAttribute("role");
        shown.removeAttribute("aria-readonly");
      }
      const described = select.getAttribute("aria-describedby");
      if (described) (input || selection).setAttribute("aria-describedby", described);
    }
  }

  /* Letters open the search and go into it. */
  document.addEventListener("keydown", (event) => {
    const letter = event.key.length === 1 && event.key !== " ";
    const selection = event.target.closest(".select2-selection--single");
    if (letter && selection && !event.ctrlKey && !event.altKey && !event.metaKey) {
      $(selection.closest(".select2-container").previousElementSibling).select2("open");
    }
  }, true);

  $(document).on("select2:open", (event) => {
    const field = document.querySelector(".select2-container--open .select2-search__field");
    if (field) {
      const label = event.target.labels && event.target.labels[0];
      if (label) field.setAttribute("aria-label", label.textContent.trim());
      field.focus();
    }
  });

  window.nameSearches = nameSearches;
  // After the library has drawn its boxes.
  const soon = () => setTimeout(nameSearches, 0);
  $(soon);
  document.addEventListener("formset:added", soon);
}

/* Search fields of the table of figures: each becomes one when somebody goes there. */
"use strict";
{
  const $ = django.jQuery;

  function start(select) {
    const [model, field] = select.dataset.search.split(".");
    select.dataset.started = "yes";
    $(select).select2({
      theme: "admin-autocomplete",
      allowClear: !select.multiple,
      placeholder: "",
      ajax: {
        url: select.closest("[data-search-url]").dataset.searchUrl,
        delay: 150,
        cache: true,
        data: (asked) => ({
          term: asked.term,
          page: asked.page,
          app_label: "operations",
          model_name: model,
          field_name: field,
        }),
      },
    });
  }

  const box = (select) => $(select).next(".select2").find(".select2-selection, .select2-search__field").get(0);

  document.addEventListener("focusin", (event) => {
    const select = event.target;
    if (select.matches("select.lazy-search:not([data-started])")) {
      start(select);
      nameSearches();
      const one = box(select);
      if (one) one.focus();
    }
  });

  document.addEventListener("mousedown", (event) => {
    const select = event.target.closest("select.lazy-search:not([data-started])");
    if (select) {
      event.preventDefault();
      start(select);
      nameSearches();
      $(select).select2("open");
    }
  });

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

  $(() => {
    nameSearches();
    document.addEventListener("formset:added", nameSearches);
  });
}

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

}

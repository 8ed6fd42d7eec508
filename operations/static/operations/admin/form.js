/* The long form: it remembers where one was, guards what is typed, and saves by Ctrl + Enter. */
"use strict";
{
  function comeBack(form) {
    const first = document.getElementById("conflict") || document.getElementById("mistakes");
    const spot = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (first) first.focus();
    else if (spot && form.contains(spot)) {
      const field = spot.matches("tbody, tr") ? spot.querySelector("input:not([type=hidden]), select") : spot;
      spot.scrollIntoView({ block: "center" });
      if (field) field.focus({ preventScroll: true });
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("#content-main form[id$='_form']");
    const place = form && form.querySelector("[name='_place']");
    if (!place) return;
    let changed = Boolean(document.querySelector("#mistakes, #conflict"));
    let sending = false;

    form.addEventListener("focusin", (event) => {
      const row = event.target.closest("tbody.figure-row, tr.form-row[id]");
      const spot = row || (event.target.id ? event.target : event.target.closest("[id]"));
      if (spot && !event.target.closest(".submit-row")) place.value = spot.id;
    });
    form.addEventListener("change", () => { changed = true; });
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => {
      sending = true;
      const open = [...form.querySelectorAll("tbody.figure-row:has(details[open])")];
      form.querySelector("[name='_open']").value = open.map((row) => row.id).join(",");
    });
    window.addEventListener("beforeunload", (event) => {
      if (changed && !sending) event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) {
        event.preventDefault();
        form.requestSubmit(form.querySelector(".submit-row [name='_save']"));
      }
    });

    // The browser itself goes to the fragment of the address and takes the focus away for it.
    window.addEventListener("load", () => setTimeout(comeBack, 0, form));
  });
}

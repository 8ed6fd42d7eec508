/* Below a date, what it says in words while it is typed. The server reads it: /admin/dates/. */
"use strict";
{
  const PAUSE = 250;
  const timers = new WeakMap();

  function show(field, said) {
    const output = document.getElementById(`${field.id}_words`);
    if (!output) return;
    output.textContent = said.words || said.problem;
    output.classList.toggle("problem", Boolean(said.problem));
  }

  async function ask(field) {
    const text = field.value;
    const address = `${document.documentElement.dataset.desk || "/admin/"}dates/?text=${encodeURIComponent(text)}`;
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      const kind = answer.headers.get("content-type") || "";
      if (answer.ok && kind.includes("json") && field.value === text) show(field, await answer.json());
    } catch {
      // No answer, no words: saving will say what is wrong.
    }
  }

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches("[data-date]")) return;
    clearTimeout(timers.get(field));
    timers.set(field, setTimeout(() => ask(field), PAUSE));
  });
  window.readDate = ask;
}

"use strict";

// Look a page up without sending the form: ask, wait for the answer, put it beside the fields.
// Without this file the same buttons send the form and nothing that was typed is lost.
document.addEventListener("DOMContentLoaded", () => {
  const PAUSE = 1000;
  const PATIENCE = 90;
  const box = document.getElementById("look-up");
  const form = box && box.closest("form");
  if (!form) return;

  const field = (name) => form.elements[name];

  const say = (message, state) => {
    const line = document.createElement("p");
    line.textContent = message;
    if (state === "found") {
      const all = document.createElement("button");
      all.type = "submit";
      all.className = "button";
      all.name = "_take_empty";
      all.value = "1";
      all.textContent = box.dataset.takeEmpty;
      line.append(" ", all);
    }
    box.replaceChildren(line);
  };

  const take = (button) => {
    const input = field(button.value);
    input.value = button.dataset.proposed;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    button.closest(".proposal").remove();
    return input;
  };

  const takeEmpty = () => {
    for (const button of form.querySelectorAll("button[name=_take][data-proposed]")) {
      const warned = button.closest(".proposal").querySelector(".warning");
      if (!warned && !field(button.value).value.trim()) take(button);
    }
  };

  const place = (name) => {
    const help = document.getElementById(`id_${name}_helptext`);
    if (help) return help;
    const made = document.createElement("div");
    made.className = "help";
    made.id = `id_${name}_helptext`;
    field(name).closest(".flex-container").after(made);
    return made;
  };

  const show = (name, proposal) => {
    if (!field(name)) return;
    place(name).querySelectorAll(".proposal").forEach((old) => old.remove());
    if (field(name).value === proposal.value) return;
    const line = document.createElement("span");
    line.className = "proposal";
    const words = document.createElement("q");
    words.textContent = proposal.words;
    const button = document.createElement("button");
    button.type = "submit";
    button.className = "button";
    button.name = "_take";
    button.value = name;
    button.dataset.proposed = proposal.value;
    button.textContent = proposal.take;
    button.setAttribute("aria-label", proposal.describe);
    line.append(`${proposal.found} `, words, " ", button);
    if (proposal.warning) {
      const warning = document.createElement("strong");
      warning.className = "warning";
      warning.textContent = proposal.warning;
      line.append(" ", warning);
    }
    place(name).append(line);
  };

  const follow = async (answer, url, left) => {
    if (field("url").value.trim() !== url) return;
    say(answer.message, answer.state);
    for (const [name, proposal] of Object.entries(answer.proposals || {})) show(name, proposal);
    if (answer.state !== "waiting") return;
    if (!left) {
      say(box.dataset.late);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const next = await fetch(answer.address, { headers: { Accept: "application/json" } });
    if (next.ok) await follow(await next.json(), url, left - 1);
  };

  const lookUp = async () => {
    const url = field("url").value.trim();
    const body = new URLSearchParams({
      url,
      csrfmiddlewaretoken: field("csrfmiddlewaretoken").value,
    });
    const answer = await fetch(box.dataset.address, { method: "POST", body });
    await follow(await answer.json(), url, PATIENCE);
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.name === "_look_up") {
      event.preventDefault();
      // A log-in that ended, or no network: send the form instead.
      lookUp().catch(() => form.requestSubmit(button));
    } else if (button.name === "_take" && button.dataset.proposed !== undefined) {
      event.preventDefault();
      take(button).focus();
    } else if (button.name === "_take_empty") {
      event.preventDefault();
      takeEmpty();
    }
  });

  // A pasted address is looked up at once.
  field("url")?.addEventListener("paste", () => setTimeout(() => {
    if (/^https?:\/\/\S+\.\S+/.test(field("url").value.trim())) lookUp().catch(() => {});
  }));
});

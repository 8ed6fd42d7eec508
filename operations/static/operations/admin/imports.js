/* Asks how far the check is, and opens the result once it is there. Without this script the
   page loads itself again every few seconds. */
"use strict";

(() => {
  const box = document.getElementById("progress");
  const bar = document.getElementById("bar");
  const faults = document.getElementById("first-faults");

  const row = (fault) => {
    const line = document.createElement("tr");
    for (const text of [fault.place, fault.column, fault.message]) {
      line.append(Object.assign(document.createElement("td"), { textContent: text }));
    }
    return line;
  };

  const show = (status) => {
    if (status.total) {
      bar.max = status.total;
      bar.value = status.done;
    }
    document.getElementById("progress-words").textContent = status.words;
    document.getElementById("no-worker").hidden = !status.no_worker;
    document.getElementById("stalled").hidden = !status.stalled;
    faults.replaceChildren(...status.faults.map(row));
    faults.closest("table").hidden = !status.faults.length;
  };

  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.status, { credentials: "same-origin" });
      const status = await answer.json();
      if (status.state !== document.querySelector(".import").dataset.state) {
        window.location.reload();
        return;
      }
      show(status);
    } catch {
      /* The next time, perhaps. */
    }
    window.setTimeout(ask, 700);
  };

  window.setTimeout(ask, 300);
})();

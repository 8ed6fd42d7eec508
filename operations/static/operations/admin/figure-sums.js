/* Whether the parts of each set add up, while somebody types. The rule itself is the server's
   (figures/partitions.py): this only says early what saving would say. */
"use strict";
{
  const NUMBER = /^\d+(\.\d+)?$/;

  function plain(text) {
    const typed = text.normalize("NFKC").replaceAll(/[,\s]/g, "");
    return NUMBER.test(typed) ? Math.round(Number(typed) * 100) : null;
  }

  const shown = (hundredths) => (hundredths / 100).toLocaleString("en-US", { maximumFractionDigits: 2 });

  class Sums {
    constructor(group, table) {
      this.table = table;
      this.rule = JSON.parse(group.dataset.sums);
    }

    say(name, words) {
      return this.rule.words[name].replace("{set}", () => words.set).replace("{n}", () => words.n);
    }

    exact(row) {
      const get = (name) => this.table.value(row, name);
      const stated = get("value_type") === this.rule.stated && get("qualifier") === this.rule.exact;
      return stated ? plain(get("value")) : null;
    }

    counts(row) {
      return !this.table.isRemoved(row)
        && this.table.value(row, "rank") !== this.rule.out
        && this.table.value(row, "measure") in this.rule.units;
    }

    alike(part, whole) {
      const unit = (row) => this.rule.units[this.table.value(row, "measure")];
      if (unit(part) === "other" || unit(whole) === "other") return true;
      return unit(part) === unit(whole)
        && this.table.value(part, "currency") === this.table.value(whole, "currency");
    }

    sets(whole, wholes) {
      const found = new Map();
      for (const [row, above] of wholes) {
        if (above === whole && this.counts(row) && this.table.value(row, "breakdown") === "partition") {
          const name = this.table.value(row, "breakdown_set");
          if (name) found.set(name, [...(found.get(name) || []), row]);
        }
      }
      return found;
    }

    state(whole, name, parts) {
      const values = parts.map((part) => (this.alike(part, whole) ? this.exact(part) : null));
      const all = this.exact(whole);
      if (all === null || values.includes(null)) return ["unchecked", this.say("unchecked", { set: name, n: "" })];
      const total = values.reduce((sum, value) => sum + value, 0);
      if (total === all) return ["adds_up", this.say("adds_up", { set: name, n: shown(total) })];
      const word = total < all ? "missing" : "too_many";
      return ["wrong", this.say(word, { set: name, n: shown(Math.abs(all - total)) })];
    }

    renew() {
      const rows = this.table.rows();
      const wholes = new Map(rows.map((row) => [row, this.table.wholeOf(row)]));
      for (const row of rows) {
        const found = this.counts(row) ? [...this.sets(row, wholes)] : [];
        this.show(row, found.map(([name, parts]) => this.state(row, name, parts)));
      }
    }

    show(row, states) {
      const line = row.querySelector("tr.sums");
      const list = line.querySelector("ul");
      const items = states.map(([state, words]) => {
        const item = document.createElement("li");
        item.className = state;
        item.textContent = words;
        return item;
      });
      const before = [...list.children].map((item) => item.textContent).join("\n");
      if (before !== states.map(([, words]) => words).join("\n")) list.replaceChildren(...items);
      line.hidden = states.length === 0;
    }
  }

  document.addEventListener("figures:ready", (event) => {
    const sums = new Sums(event.target, window.figuresTable);
    event.target.addEventListener("input", () => sums.renew());
    event.target.addEventListener("figures:changed", () => sums.renew());
  }, true);
}

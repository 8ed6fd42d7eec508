/* Rows of the table of figures: added, placed under their whole, filled with what they share. */
"use strict";
{
  const SHARED = ["measure", "qualifier", "scope", "counted_in", "as_at", "reporting_status", "currency", "period"];
  const PLACE_AND_TIME = ["counted_in", "as_at", "reporting_status"];
  const SETS = { sex: "sex", residency: "residency", nationality: "nationality", role: "role", age_group: "age" };
  const DEEPEST = 3;

  class Table {
    constructor(group) {
      this.group = group;
      this.prefix = group.dataset.prefix;
      this.table = group.querySelector(".figures-table");
      this.blank = document.getElementById(`${this.prefix}-empty`);
      this.total = document.getElementById(`id_${this.prefix}-TOTAL_FORMS`);
    }

    rows() {
      return [...this.table.querySelectorAll("tbody.figure-row")];
    }

    field(row, name) {
      return row.querySelector(`[name="${this.prefix}-${row.dataset.index}-${name}"]`);
    }

    value(row, name) {
      const field = this.field(row, name);
      if (!field) return "";
      return field.type === "checkbox" ? (field.checked ? "on" : "") : field.value.trim();
    }

    isRemoved(row) {
      return this.value(row, "DELETE") === "on";
    }

    /* The row that a row names as its whole: “#2” by its place, “2” or “x.2” by its number. */
    wholeOf(row) {
      const text = this.value(row, "part_of_row");
      const place = text.match(/^#\s*(\d+)$/);
      if (place) return this.at(Number(place[1]) - 1);
      const number = text.match(/^(?:.*\.)?(\d+)$/);
      if (!number) return null;
      const named = this.rows().find((one) => one.dataset.number === number[1]);
      return named || this.at(Number(number[1]) - 1);
    }

    at(index) {
      return document.getElementById(`${this.prefix}-${index}`);
    }

    parts(whole) {
      return this.rows().filter((row) => this.wholeOf(row) === whole);
    }

    /* The last row that stands under this one, or the row itself. */
    endOf(row, seen = new Set()) {
      if (seen.has(row)) return row;
      seen.add(row);
      return this.parts(row).reduce((last, part) => {
        const end = this.endOf(part, seen);
        return last.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING ? end : last;
      }, row);
    }

    add(after) {
      const index = Number(this.total.value);
      const holder = document.createElement("template");
      holder.innerHTML = this.blank.innerHTML
        .replaceAll("__prefix__", index)
        .replaceAll("__number__", index + 1);
      const row = holder.content.querySelector("tbody");
      if (after) after.after(row);
      else this.table.append(row);
      this.total.value = index + 1;
      this.ready(row);
      return row;
    }

    ready(row) {
      row.querySelector("[data-add-part]").hidden = false;
      row.querySelector("[data-add-sibling]").hidden = !this.value(row, "part_of_row");
      row.classList.toggle("removed", this.isRemoved(row));
    }

    copy(from, to, names) {
      for (const name of names) {
        const [source, target] = [this.field(from, name), this.field(to, name)];
        if (!source || !target) continue;
        if (target.matches("select.lazy-search")) target.innerHTML = source.innerHTML;
        target.value = source.value;
      }
    }

    cited() {
      const numbers = [...this.blank.content.querySelectorAll("[name*='-source_']")].map((_one, i) => i + 1);
      return numbers.filter((n) => this.blank.content.querySelector(`[name$="-source_${n}"]`))
        .flatMap((n) => [`source_${n}`, `locator_${n}`]);
    }

    addPart(whole, like) {
      const parts = this.parts(whole);
      const model = like || parts.at(-1);
      const row = this.add(this.endOf(model || whole));
      this.copy(whole, row, [...SHARED, ...this.cited()]);
      this.set(row, "part_of_row", `#${Number(whole.dataset.index) + 1}`);
      this.set(row, "breakdown", model ? this.value(model, "breakdown") : "partition");
      this.set(row, "breakdown_set", model ? this.value(model, "breakdown_set") : "");
      this.indent(row);
      this.ready(row);
      row.querySelector("details").open = true;
      this.begin(row, "value");
    }

    addFigure(like) {
      const row = this.add(null);
      if (like) {
        this.copy(like, row, [...PLACE_AND_TIME, ...this.cited()]);
      }
      this.begin(row, "measure");
    }

    set(row, name, value) {
      this.field(row, name).value = value;
    }

    begin(row, name) {
      this.changed(row);
      this.field(row, name).focus();
    }

    indent(row) {
      let depth = 0;
      const seen = new Set([row]);
      for (let whole = this.wholeOf(row); whole && !seen.has(whole); whole = this.wholeOf(whole)) {
        seen.add(whole);
        depth += 1;
      }
      row.className = row.className.replace(/depth-\d/, `depth-${Math.min(depth, DEEPEST)}`);
      row.querySelector("[data-add-sibling]").hidden = depth === 0;
    }

    /* A part that singles somebody out proposes the name of its set, as long as none was typed. */
    propose(row, name) {
      const set = this.field(row, "breakdown_set");
      if (!SETS[name] || !this.value(row, "part_of_row")) return;
      if (!set.value || set.dataset.proposed === set.value) {
        set.value = SETS[name];
        set.dataset.proposed = set.value;
      }
    }

    /* What the folded part says, in a few words. */
    tell(row) {
      const told = [...row.querySelectorAll(".more .cells [name]")].map((field) => this.told(row, field));
      row.querySelector(".holds").textContent = told.filter(Boolean).join(" · ");
    }

    told(row, field) {
      const name = field.name.slice(`${this.prefix}-${row.dataset.index}-`.length);
      const blank = this.blank.content.querySelector(`[name="${this.prefix}-__prefix__-${name}"]`);
      const value = field.type === "checkbox" ? field.checked && "on" : field.value;
      if (!value || (blank.type !== "checkbox" && value === blank.value)) return "";
      if (field.tagName === "SELECT" && !field.matches(".lazy-search")) return field.selectedOptions[0].text;
      if (["part_of_row", "breakdown_set", "source_term"].includes(name)) return value;
      return field.labels[0].firstChild.textContent.trim();
    }

    changed(row) {
      this.tell(row);
      this.group.dispatchEvent(new CustomEvent("figures:changed"));
    }
  }

  function run(group) {
    const table = new Table(group);
    const rowOf = (element) => element.closest("tbody.figure-row");
    table.rows().forEach((row) => table.ready(row));
    group.querySelectorAll("[data-adding], [data-open-all], [data-close-all]").forEach((one) => {
      one.hidden = false;
    });

    const does = {
      "[data-add]": () => table.addFigure(null),
      "[data-add-like]": () => table.addFigure(table.rows().at(-1)),
      "[data-add-part]": (button) => table.addPart(rowOf(button)),
      "[data-add-sibling]": (button) => {
        const part = rowOf(button);
        table.addPart(table.wholeOf(part) || part, part);
      },
      "[data-open-all]": () => fold(true),
      "[data-close-all]": () => fold(false),
    };
    const fold = (open) => table.table.querySelectorAll("details").forEach((one) => { one.open = open; });

    group.addEventListener("click", (event) => {
      for (const [selector, act] of Object.entries(does)) {
        const button = event.target.closest(selector);
        if (button) act(button);
      }
    });
    group.addEventListener("change", (event) => {
      const row = rowOf(event.target);
      if (!row || !event.target.name) return;
      const name = event.target.name.slice(`${table.prefix}-${row.dataset.index}-`.length);
      if (name === "part_of_row") table.indent(row);
      table.propose(row, name);
      table.ready(row);
      table.changed(row);
    });
    django.jQuery(group).on("select2:select select2:clear", "select", (event) => table.changed(rowOf(event.target)));
    window.figuresTable = table;
    group.dispatchEvent(new CustomEvent("figures:ready"));
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".figures[data-prefix]").forEach(run);
  });
}

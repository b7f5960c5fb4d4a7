// Creates elements. Text becomes text nodes, so values of resources and requests are never read as HTML.

export function element(name, properties = {}, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === true) {
      created.setAttribute(key, "");
    } else if (value !== false && value !== undefined && value !== null) {
      created.setAttribute(key, value);
    }
  }

  created.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return created;
}

// A table that scrolls in itself, so that the page fits on a phone.
export function table(label, columns, body, className) {
  const head = element("thead", {}, element("tr", {}, columns.map((column) => element("th", { scope: "col" }, column))));
  return element(
    "div",
    { class: "scroll", role: "region", "aria-label": label, tabindex: "0" },
    element("table", { class: className }, head, body),
  );
}

export function heading(text, ...children) {
  return element("h2", { tabindex: "-1" }, text, ...children);
}

export function format(value) {
  if (value === null || value === undefined) {
    return element("span", { class: "none", title: "null" }, "–");
  }

  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

// Formats JSON for reading; other text is returned as it is.
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

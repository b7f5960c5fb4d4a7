// The resource types, the resources of a type as a table, and one resource with its relationships.

import { get } from "./api.js";
import { element, format, heading, table } from "./dom.js";

const pageSize = 100;
const maxColumns = 5;
const maxLinks = 3;
const preferred = ["name", "title", "email", "event", "status", "price_in_cents", "amount_in_cents"];

export async function showTypes() {
  const { types } = await get("/resources");
  const items = Object.entries(types).map(([type, count]) =>
    element("li", {}, element("a", { href: link(type) }, type), " ", element("span", { class: "count" }, String(count))),
  );
  return [heading("Resources"), element("ul", { class: "types" }, items)];
}

export async function showType(type) {
  const first = await get(`/resources/${encodeURIComponent(type)}?limit=${pageSize}`);
  const columns = chooseColumns(first.resources);
  const relationships = [...new Set(first.resources.flatMap((resource) => Object.keys(resource.relationships)))];
  const body = element("tbody");
  const add = (resources) => body.append(...resources.map((resource) => row(resource, columns, relationships)));
  add(first.resources);

  const content = [
    element("p", { class: "path" }, element("a", { href: "#/resources" }, "Resources")),
    heading(type, " ", element("span", { class: "count" }, String(first.count))),
    first.count === 0
      ? element("p", {}, "There are none.")
      : table(`Resources of the type ${type}`, ["id", ...columns, ...relationships], body),
  ];
  if (first.count > pageSize) {
    content.push(moreButton(type, first.count, body, add));
  }

  return content;
}

export async function showResource(type, id) {
  const resource = await get(`/resources/${encodeURIComponent(type)}/${encodeURIComponent(id)}`);
  const attributes = Object.entries(resource.attributes).map(([name, value]) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, format(value))),
  );
  const relationships = Object.entries(resource.relationships).map(([name, relationship]) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, links(relationship, Infinity))),
  );
  return [
    element(
      "p",
      { class: "path" },
      element("a", { href: "#/resources" }, "Resources"),
      " / ",
      element("a", { href: link(type) }, type),
    ),
    heading(`${type} ${id}`, resource.title ? `: ${resource.title}` : ""),
    element("h3", {}, "Relationships"),
    relationships.length === 0
      ? element("p", {}, "It has none.")
      : table(`Relationships of ${type} ${id}`, ["Name", "Resources"], element("tbody", {}, relationships), "details"),
    element("h3", {}, "Attributes"),
    table(`Attributes of ${type} ${id}`, ["Name", "Value"], element("tbody", {}, attributes), "details"),
  ];
}

function row(resource, columns, relationships) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, element("a", { href: link(resource.type, resource.id) }, resource.id)),
    columns.map((name) => element("td", {}, format(resource.attributes[name]))),
    relationships.map((name) => element("td", {}, links(resource.relationships[name], maxLinks))),
  );
}

function links(relationship, max) {
  if (!relationship || relationship.ids.length === 0) {
    return format(null);
  }

  const items = relationship.ids
    .slice(0, max)
    .map((id, index) =>
      element("li", {}, element("a", { href: link(relationship.type, id) }, relationship.titles[index] ?? `${relationship.type} ${id}`)),
    );
  const hidden = relationship.ids.length - items.length;
  return element("ul", { class: "links" }, items, hidden > 0 ? element("li", {}, `and ${hidden} more`) : null);
}

// Columns that people recognize a resource by come first, then those with the most values, then times. Long values are left out.
function chooseColumns(resources) {
  const names = [...new Set(resources.flatMap((resource) => Object.keys(resource.attributes)))];
  const isShort = (value) => value === null || value === undefined || (typeof value !== "object" && String(value).length <= 60);
  const countValues = (name) => resources.filter((resource) => (resource.attributes[name] ?? null) !== null).length;
  const useful = names.filter((name) => countValues(name) > 0 && resources.every((resource) => isShort(resource.attributes[name])));
  const rank = (name) =>
    preferred.includes(name) ? preferred.indexOf(name) : preferred.length + (name.endsWith("_at") ? 1 : 0);
  return useful.sort((left, right) => rank(left) - rank(right) || countValues(right) - countValues(left)).slice(0, maxColumns);
}

function moreButton(type, count, body, add) {
  const button = element("button", { type: "button" }, `Show ${pageSize} more`);
  button.addEventListener("click", async () => {
    const next = await get(`/resources/${encodeURIComponent(type)}?offset=${body.rows.length}&limit=${pageSize}`);
    add(next.resources);
    button.hidden = body.rows.length >= count;
  });
  return element("p", {}, button);
}

function link(...segments) {
  return `#/resources/${segments.map(encodeURIComponent).join("/")}`;
}

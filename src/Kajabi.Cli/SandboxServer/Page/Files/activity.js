// Requests and deliveries as they happen, the newest first.

import { get } from "./api.js";
import { element, heading, pretty, table } from "./dom.js";

const limit = 200;

export async function showRequests() {
  const body = element("tbody");
  const empty = element("p", {}, "No requests yet. Send one from your program, or from the API reference.");
  const update = async () => {
    const { count, requests } = await get(`/requests?limit=${limit}`);
    render(body, requests, count - requests.length, requestRow);
    empty.hidden = count > 0;
  };
  await update();
  return { content: [heading("Requests"), empty, table("Requests", ["Time", "Status", "Request"], body)], update };
}

export async function showDeliveries() {
  const body = element("tbody");
  const empty = element("p", {}, "No deliveries yet. Create a webhook on this machine, and change something that it reports.");
  const update = async () => {
    const { deliveries } = await get("/deliveries");
    const shown = deliveries.slice(-limit);
    render(body, shown, deliveries.length - shown.length, deliveryRow);
    empty.hidden = deliveries.length > 0;
  };
  await update();
  return { content: [heading("Deliveries"), empty, table("Deliveries", ["Time", "Event", "Responses", "Delivery"], body)], update };
}

// Adds and replaces only what changed, so that focus and opened details remain.
function render(body, items, firstNumber, createRow) {
  const rows = new Map([...body.rows].map((row) => [row.dataset.number, row]));
  const current = items.map((item, index) => {
    const number = String(firstNumber + index);
    const content = JSON.stringify(item);
    const existing = rows.get(number);
    if (existing?.dataset.content === content) {
      return existing;
    }

    const row = createRow(item);
    Object.assign(row.dataset, { number, content });
    return row;
  });
  const newestFirst = current.reverse();
  for (const row of [...body.rows].filter((row) => !newestFirst.includes(row))) {
    row.remove();
  }

  newestFirst.forEach((row, index) => {
    if (body.rows[index] !== row) {
      body.insertBefore(row, body.rows[index] ?? null);
    }
  });
}

function requestRow(request) {
  const query = request.query ? `?${decode(request.query)}` : "";
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  const notes = [...(request.fault ? [`fault: ${request.fault}`] : []), ...request.ignored];
  return element(
    "tr",
    {},
    element("td", { class: "time" }, request.time.slice(11, 19)),
    element("td", {}, status(request.status)),
    element(
      "td",
      {},
      details(element("code", {}, element("b", {}, request.method), ` ${request.path}${query}`), headers.join("\n"), request.body),
      noteList(notes),
    ),
  );
}

function deliveryRow(delivery) {
  const notes = [
    ...(delivery.fault ? [`fault: ${delivery.fault}`] : []),
    ...(delivery.problem ? [delivery.problem] : []),
    ...(delivery.next_attempt ? [`next attempt at ${delivery.next_attempt} on the clock of the sandbox`] : []),
  ];
  const unsent = delivery.problem ? "not sent" : "pending";
  return element(
    "tr",
    {},
    element("td", { class: "time" }, delivery.time.slice(11, 19)),
    element("td", {}, delivery.event),
    element("td", {}, delivery.status_codes.length === 0 ? unsent : delivery.status_codes.map(status)),
    element(
      "td",
      {},
      details(element("code", {}, delivery.target), `webhook ${delivery.webhook_id}`, delivery.body),
      noteList(notes),
    ),
  );
}

function noteList(notes) {
  return notes.length > 0 ? element("ul", { class: "notes" }, notes.map((note) => element("li", {}, note))) : null;
}

function details(summary, ...texts) {
  const blocks = texts.filter((text) => text).map((text) => element("pre", { tabindex: "0" }, pretty(text)));
  return element("details", {}, element("summary", {}, summary), blocks);
}

function status(code) {
  const kind = !code || code >= 500 ? "bad" : code >= 400 ? "warning" : "good";
  return element("span", { class: `badge ${kind}` }, code ? String(code) : "no response");
}

function decode(query) {
  try {
    return decodeURIComponent(query.replaceAll("+", " "));
  } catch {
    return query;
  }
}

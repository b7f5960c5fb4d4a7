// What a program needs to connect, and how a test adds data of its own.

import { get } from "./api.js";
import { element, heading } from "./dom.js";

const example = {
  data: [
    { type: "sites", id: "1", attributes: { title: "Pottery school" } },
    {
      type: "contacts",
      id: "7001",
      attributes: { name: "Ann Example", email: "ann@example.com" },
      relationships: {
        site: { data: { type: "sites", id: "1" } },
        tags: { data: [{ type: "contact_tags", id: "7" }] },
      },
    },
    {
      type: "contact_tags",
      id: "7",
      attributes: { name: "VIP" },
      relationships: { site: { data: { type: "sites", id: "1" } } },
    },
  ],
};
const contact = { type: "contacts", id: "7002", attributes: { name: "Ben Example", email: "ben@example.com" } };

export async function showConnect() {
  const { base_url: url, client_id: id, client_secret: secret } = await get("/settings");
  return [
    heading("Connect"),
    element("p", {}, "The settings of the SDK and of the command kajabi:"),
    code("Settings", `KAJABI_BASE_URL=${url}\nKAJABI_CLIENT_ID=${id}\nKAJABI_CLIENT_SECRET=${secret}`),
    element("h3", {}, "Access token"),
    element("p", {}, "A client requests a token with its id and its secret, and sends it with each request:"),
    code(
      "Token request",
      [
        `curl ${url}/v1/oauth/token -d grant_type=client_credentials \\`,
        `  -d client_id=${id} -d client_secret=${secret}`,
        `curl ${url}/v1/contacts -H "Authorization: Bearer <access_token>"`,
      ].join("\n"),
    ),
    element("h3", {}, "Data"),
    element("p", {}, "A file with data, for the start with --data data.json: a JSON:API document, or what kajabi export writes."),
    code("Data file", JSON.stringify(example, null, 2)),
    element("p", {}, "The control API adds resources while the sandbox runs:"),
    code("Request that adds data", `curl ${url}/_sandbox/data -H "Content-Type: application/json" \\\n  -d '${JSON.stringify(contact)}'`),
  ];
}

function code(label, text) {
  return element("pre", { tabindex: "0", role: "region", "aria-label": label }, text);
}

// A test in another language: starts with the address of a running sandbox and uses only the standard library of Node.js.

import assert from "node:assert/strict";

const sandbox = process.argv[2];

async function control(method, path, body) {
  const response = await fetch(`${sandbox}/_sandbox${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const result = await response.json();
  assert.equal(response.status, 200, JSON.stringify(result));
  return result;
}

async function connect() {
  const { base_url, client_id, client_secret } = await control("GET", "/settings");
  const response = await fetch(`${base_url}/v1/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id, client_secret }),
  });
  const { access_token } = await response.json();
  return (path) => fetch(`${base_url}${path}`, { headers: { Authorization: `Bearer ${access_token}` } });
}

// Seeds.
await control("POST", "/data", {
  data: {
    type: "contacts",
    id: "7001",
    attributes: { name: "Ines Prado", email: "ines@example.com" },
    relationships: { site: { data: { type: "sites", id: "1" } } },
  },
});

// Orders a 429.
await control("POST", "/faults", { type: "too_many_requests", retry_after: 3, path: "/v1/contacts/*" });

// Reads.
let api = await connect();
const limited = await api("/v1/contacts/7001");
assert.equal(limited.status, 429);
assert.equal(limited.headers.get("retry-after"), "3");
const found = await api("/v1/contacts/7001");
assert.equal((await found.json()).data.attributes.name, "Ines Prado");
const { requests } = await control("GET", "/requests");
assert.deepEqual(
  requests.filter((request) => request.path === "/v1/contacts/7001").map((request) => request.status),
  [429, 200],
);

// Resets.
await control("POST", "/reset");
api = await connect();
assert.equal((await api("/v1/contacts/7001")).status, 404);
assert.equal((await control("GET", "/requests")).requests.length, 2);
console.log("passed");

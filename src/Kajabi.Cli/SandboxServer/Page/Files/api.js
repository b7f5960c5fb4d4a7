// The control API of the sandbox.

export async function get(path) {
  return read(await fetch(`/_sandbox${path}`));
}

export async function post(path) {
  return read(await fetch(`/_sandbox${path}`, { method: "POST", headers: { "X-Kajabi-Sandbox": "page" } }));
}

async function read(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error);
  }

  return body;
}

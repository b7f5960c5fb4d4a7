// Shows the view that the hash of the address names, and updates it while requests and deliveries arrive.

import { get, post } from "./api.js";
import { element, heading } from "./dom.js";
import { showDeliveries, showRequests } from "./activity.js";
import { showConnect } from "./connect.js";
import { showResource, showType, showTypes } from "./resources.js";

const pollInterval = 1000;
const content = document.querySelector("#content");
const status = document.querySelector("#status");
const confirmation = document.querySelector("#confirmation");
let update = null;
let lastActivity = "";
let shown = 0;

async function show(isNavigation) {
  const number = ++shown;
  let view, type, id, result;
  try {
    [view, type, id] = readAddress(location.hash || "#/resources");
    result = await createView(view, type, id);
  } catch (error) {
    result = [heading("Not found"), element("p", {}, error.message)];
  }

  // Another view was opened in the meantime.
  if (number !== shown) {
    return;
  }

  update = result.update ?? null;
  content.replaceChildren(...(result.content ?? result));
  const title = content.querySelector("h2");
  document.title = `${title.textContent} - Kajabi sandbox`;
  for (const link of document.querySelectorAll("nav a")) {
    link.toggleAttribute("aria-current", false);
    if (link.getAttribute("href") === `#/${view}`) {
      link.setAttribute("aria-current", "page");
    }
  }

  if (isNavigation) {
    scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }
}

// A part that is no percent-encoded text, such as "%", and an address without a slash are pages that do not exist.
function readAddress(hash) {
  try {
    return hash.startsWith("#/") ? hash.slice(2).split("/").map(decodeURIComponent) : [];
  } catch {
    return [];
  }
}

function createView(view, type, id) {
  switch (view) {
    case "resources":
      return id ? showResource(type, id) : type ? showType(type) : showTypes();
    case "requests":
      return showRequests();
    case "deliveries":
      return showDeliveries();
    case "connect":
      return showConnect();
    default:
      throw new Error("This page does not exist.");
  }
}

async function poll() {
  if (document.visibilityState === "visible") {
    try {
      const activity = await get("/activity");
      status.textContent = status.dataset.lost ? "" : status.textContent;
      delete status.dataset.lost;
      document.querySelector("#request-count").textContent = activity.requests;
      document.querySelector("#delivery-count").textContent = activity.deliveries;
      const current = JSON.stringify(activity);
      if (current !== lastActivity) {
        lastActivity = current;
        await update?.();
      }
    } catch {
      status.dataset.lost = "true";
      status.textContent = "The sandbox does not respond.";
    }
  }

  setTimeout(poll, pollInterval);
}

async function reset() {
  try {
    await post("/reset");
    await show(false);
    status.textContent = "The sandbox was reset.";
  } catch (error) {
    status.textContent = error.message;
  }
}

document.querySelector("#reset").addEventListener("click", () => {
  confirmation.returnValue = "cancel";
  confirmation.showModal();
});
confirmation.addEventListener("close", () => {
  if (confirmation.returnValue === "reset") {
    reset();
  }
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  content.focus();
});
addEventListener("hashchange", () => show(true));

document.querySelector("#address").textContent = (await get("/settings")).base_url;
await show(false);
poll();

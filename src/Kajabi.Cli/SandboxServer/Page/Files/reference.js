// Corrections of the API reference for assistive technology. Its page has no language, buttons without a role, buttons that control an
// element that does not exist, bodies without a name, and fields with suggestions that do not state whether these are open.
document.documentElement.lang = "en";

function correct() {
  for (const button of document.querySelectorAll("button[role=none]")) {
    button.removeAttribute("role");
  }

  for (const field of document.querySelectorAll("[role=combobox]:not([aria-expanded])")) {
    field.setAttribute("aria-expanded", "false");
  }

  for (const body of document.querySelectorAll("[role=textbox].cm-content:not([aria-label])")) {
    body.setAttribute("aria-label", "Body");
  }

  for (const button of document.querySelectorAll("button[aria-controls]:not([aria-expanded])")) {
    if (!document.getElementById(button.getAttribute("aria-controls"))) {
      button.removeAttribute("aria-controls");
    }
  }
}

new MutationObserver(correct).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributeFilter: ["role", "aria-expanded", "aria-controls"],
});

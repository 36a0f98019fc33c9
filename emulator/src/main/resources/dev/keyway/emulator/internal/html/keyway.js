// What is nicer with script. Nothing needs it: every page is whole without.
"use strict";

(() => {
  const REFRESH_MILLIS = 2000;
  const status = document.createElement("p");
  status.className = "vh";
  status.setAttribute("role", "status");
  document.body.append(status);

  const announce = (words) => {
    status.textContent = words;
  };

  // A button beside everything that one wants to copy.
  const addCopyButtons = (root) => {
    for (const element of root.querySelectorAll("[data-copy]")) {
      const what = element.dataset.copy;
      const value = element.textContent;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", "Copy " + what);
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(value);
          button.textContent = "Copied";
          announce("Copied the " + what);
        } catch {
          getSelection().selectAllChildren(element.querySelector("code") ?? element);
          announce("Selected the " + what + "; copy it with the keyboard");
        }
        setTimeout(() => (button.textContent = "Copy"), 1500);
      });
      if (element.tagName === "PRE") {
        element.append(button);
      } else {
        element.after(button);
      }
    }
  };

  // Clocks of worlds that run, and what is left of codes.
  const ticking = new Map();
  const addTicks = (root) => {
    for (const element of root.querySelectorAll("[data-ticks]")) {
      ticking.set(element, Number(element.dataset.ticks) - performance.now());
    }
    for (const element of root.querySelectorAll("[data-left]")) {
      ticking.set(element, Number(element.dataset.left) * 1000 + performance.now());
    }
  };
  const tick = () => {
    for (const [element, base] of ticking) {
      if (!element.isConnected) {
        ticking.delete(element);
      } else if (element.dataset.ticks) {
        const now = new Date(base + performance.now()).toISOString();
        element.textContent = now.slice(0, 10) + " " + now.slice(11, 19);
      } else {
        const left = Math.max(0, Math.ceil((base - performance.now()) / 1000));
        element.textContent = left + " s";
        if (left === 0) {
          ticking.delete(element);
          refresh();
        }
      }
    }
  };

  // Sections that follow what happens. Left alone while somebody is in them.
  const bare = (html) => html.replace(/<time[^>]*>[^<]*<\/time>/g, "<time>");
  const shown = new Map();
  const live = () => document.querySelectorAll("[data-live][id]");
  const busy = (section) =>
    section.contains(document.activeElement) ||
    (!getSelection().isCollapsed && section.contains(getSelection().anchorNode));

  const replace = (section, fresh) => {
    const before = section.querySelectorAll("tbody tr").length;
    section.replaceChildren(...document.importNode(fresh, true).childNodes);
    enhance(section);
    const added = section.querySelectorAll("tbody tr").length - before;
    if (section.id === "messages" && added > 0) {
      announce("New message: " + section.querySelector("tbody th").innerText);
    }
  };

  let refreshing = false;
  let polling;
  const refresh = async () => {
    if (refreshing || document.hidden) {
      return;
    }
    refreshing = true;
    try {
      const response = await fetch(location.href, { headers: { accept: "text/html" } });
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        for (const section of live()) {
          const fresh = page.getElementById(section.id);
          if (!fresh) {
            continue;
          }
          const html = fresh.innerHTML;
          if (bare(html) === bare(shown.get(section.id))) {
            const times = section.querySelectorAll("time:not([data-ticks])");
            fresh
              .querySelectorAll("time:not([data-ticks])")
              .forEach((time, i) => times[i] && (times[i].textContent = time.textContent));
          } else if (!busy(section)) {
            shown.set(section.id, html);
            replace(section, fresh);
          }
        }
      } else if (response.status === 404) {
        // Its world is closed, and no other gets that id.
        clearInterval(polling);
      }
    } catch {
      // The emulator has ended; the page still shows what it saw last.
    }
    refreshing = false;
  };

  const enhance = (root) => {
    addCopyButtons(root);
    addTicks(root);
  };

  for (const section of live()) {
    shown.set(section.id, section.innerHTML);
  }
  enhance(document);
  setInterval(tick, 1000);
  if (live().length > 0) {
    polling = setInterval(refresh, REFRESH_MILLIS);
    document.addEventListener("visibilitychange", refresh);
  }

  // Readers of screens hear what was done, or why it was not.
  const outcome = document.querySelector("main > .notice, main > .problem");
  if (outcome) {
    setTimeout(() => announce(outcome.textContent), 200);
  }

  // What was done has been said; a reload shall not say it again.
  const address = new URL(location.href);
  if (address.searchParams.has("done")) {
    address.searchParams.delete("done");
    history.replaceState(null, "", address);
  }
})();

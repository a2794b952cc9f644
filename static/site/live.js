// Keeps a page in step with the queue of an office. Fires the htmx trigger "wachtrij" on the body at every change,
// and every 15 seconds while there is no stream; says so when the page could not be brought up to date.
(() => {
  const box = document.querySelector("[data-live]");
  if (!box) return;
  const REST = 15_000; // between two looks without a stream
  const SILENCE = 35_000; // two heartbeats missed: the line is cut, also when nobody said so
  const MINUTE = 60_000;
  const http1 = performance.getEntriesByType("navigation")[0]?.nextHopProtocol === "http/1.1";
  const notice = box.querySelector("[data-live-weg]");
  let source = null;
  let seen = null; // version
  let heard = 0; // when the stream last said anything
  let opened = 0;
  let fired = performance.now();
  let failed = 0; // times that the stream was refused or broke
  let retry = null;
  let stamp = box.dataset.nu; // wall time of what the page shows
  let stale = false; // the last look failed

  const flows = () => source?.readyState === EventSource.OPEN && performance.now() - heard < SILENCE;
  const say = (text) => { if (notice.textContent !== text) notice.textContent = text; };
  const lost = () => {
    stale = true;
    say(notice.dataset.liveWeg.replace("{tijd}", stamp));
  };
  const current = () => {
    if (!navigator.onLine) return; // this answer was on its way before the line was cut
    stale = false;
    say("");
  };

  // All phones in a hall hear of a change at the same moment: they do not all ask in that moment.
  const spread = "gespreid" in box.dataset ? 400 : 0;
  let waiting = false;
  const refresh = () => {
    fired = performance.now();
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      document.body.dispatchEvent(new CustomEvent("wachtrij"));
    }, Math.random() * spread);
  };

  const open = () => {
    clearTimeout(retry);
    source?.close();
    if (!window.EventSource) return;
    source = new EventSource(box.dataset.live);
    heard = opened = performance.now();
    source.addEventListener("wachtrij", (event) => {
      heard = performance.now();
      failed = 0;
      // The first one also when nothing has changed: the page may be older than the stream.
      if (event.data === seen) return;
      seen = event.data;
      refresh();
    });
    source.addEventListener("hartslag", () => { heard = performance.now(); });
    source.addEventListener("error", () => {
      seen = null;
      // Broken, and the browser tries again by itself; or refused (also by a proxy without a site), and it does not.
      if (source.readyState === EventSource.CLOSED) later();
      if (failed++ === 0) refresh();
    });
  };

  const later = () => {
    clearTimeout(retry);
    retry = setTimeout(open, (failed < 30 ? 2000 : REST) + Math.random() * 2000);
  };

  const again = () => {
    if (!flows()) { failed = 0; open(); }
    refresh();
  };

  // A browser opens six lines to a server without HTTP/2, all tabs together: one that nobody sees gives its own back.
  const park = () => { source?.close(); clearTimeout(retry); };

  setInterval(() => {
    if (document.hidden && http1) return void (performance.now() - fired >= REST && refresh());
    const silent = source?.readyState === EventSource.OPEN && !flows();
    const stuck = source?.readyState === EventSource.CONNECTING && performance.now() - opened >= REST;
    if (silent || stuck) open();
    const rest = stale || !flows() ? REST : "elkeMinuut" in box.dataset ? MINUTE : Infinity;
    if (performance.now() - fired >= rest) refresh();
  }, 1000);

  // What is heard while a part of the page is being fetched would be lost with the part that is replaced: look again.
  let flight = 0;
  let missed = false;
  const isLook = (event) => event.detail.requestConfig?.verb === "get";
  document.addEventListener("wachtrij", () => { missed = flight > 0; }, true);
  document.addEventListener("htmx:beforeRequest", (event) => { if (isLook(event)) flight += 1; });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!isLook(event) || --flight > 0) return;
    flight = 0;
    if (missed) setTimeout(refresh, 100);
    missed = false;
  });

  const isOurs = (event) => event.detail.requestConfig?.triggeringEvent?.type === "wachtrij";
  const path = (address) => new URL(address, location.href).pathname;
  const isElsewhere = ({ xhr, pathInfo }) => xhr.responseURL && path(xhr.responseURL) !== path(pathInfo.requestPath);
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!isOurs(event)) return;
    const { xhr, pathInfo } = event.detail;
    if (!xhr.status) return lost();
    // Logged out, withdrawn, or the visit has gone on: the whole page has something else to say.
    if (isElsewhere(event.detail) || [403, 404, 410].includes(xhr.status)) return void location.assign(pathInfo.requestPath);
    if (xhr.status >= 400) return lost();
    stamp = /data-nu="([^"]*)"/.exec(xhr.responseText)?.[1] ?? stamp;
    current();
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (isOurs(event) && isElsewhere(event.detail)) event.detail.shouldSwap = false;
  });
  window.addEventListener("offline", lost);
  window.addEventListener("online", again);
  window.addEventListener("pageshow", (event) => event.persisted && again());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) again();
    else if (http1) park();
  });
  if (document.hidden && http1) return;
  open();
})();

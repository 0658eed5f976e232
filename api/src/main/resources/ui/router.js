/**
 * Two pages, by path; what a page shows of itself is in the query string, so that every view can be linked to.
 *
 * @typedef {{page: 'portfolio'} | {page: 'account', id: string} | {page: 'unknown'}} Route
 */

const changes = new EventTarget();

/** @returns {Route} */
export function currentRoute() {
  const path = location.pathname;
  if (path === '/') return { page: 'portfolio' };
  const account = /^\/accounts\/([^/]+)$/.exec(path);
  return account ? { page: 'account', id: decodeURIComponent(account[1]) } : { page: 'unknown' };
}

/** @returns {URLSearchParams} */
export function currentParameters() {
  return new URLSearchParams(location.search);
}

/** The address of an account; the instant looked at travels along. */
export function accountHref(id) {
  return `/accounts/${encodeURIComponent(id).replaceAll('%3A', ':')}${asOfOnly()}`;
}

/** The address of the portfolio, at the same instant. */
export function portfolioHref() {
  return `/${asOfOnly()}`;
}

function asOfOnly() {
  const asOf = currentParameters().get('asOf');
  return asOf ? `?${new URLSearchParams({ asOf })}` : '';
}

/** Goes to another page of ours without loading the document anew. */
export function navigate(href) {
  history.pushState(null, '', href);
  scrollTo(0, 0);
  changes.dispatchEvent(new Event('route'));
}

/**
 * Changes what the current page shows; an empty value leaves the address.
 *
 * @param {Record<string, string>} values
 * @param {{step?: boolean}} how a step can be undone with the browser's back button; typing is no step
 */
export function setParameters(values, { step = false } = {}) {
  const parameters = currentParameters();
  for (const [name, value] of Object.entries(values)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  const search = parameters.size ? `?${parameters}` : '';
  history[step ? 'pushState' : 'replaceState'](null, '', location.pathname + search);
  changes.dispatchEvent(new Event('parameters'));
}

/** Calls back when the page ('route') or only its parameters ('parameters') change; returns the way to stop. */
export function onNavigation(listener) {
  const relay = (event) => listener(event.type);
  const back = () => listener('route');
  changes.addEventListener('route', relay);
  changes.addEventListener('parameters', relay);
  addEventListener('popstate', back);
  return () => {
    changes.removeEventListener('route', relay);
    changes.removeEventListener('parameters', relay);
    removeEventListener('popstate', back);
  };
}

/** Lets ordinary links inside a component navigate without a reload; modified clicks stay the browser's. */
export function followLink(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
  if (link.pathname !== '/' && !link.pathname.startsWith('/accounts/')) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}

import type { History, Location, LocationDescriptor } from 'history';

/** Adds the base to a path or location; a relative path is taken from the base. */
const below = <S>(base: string, to: LocationDescriptor<S>): LocationDescriptor<S> => {
  if (typeof to !== 'string') return { ...to, pathname: base + (to.pathname ?? '') };
  return base + (to === '' || /^[/?#]/.test(to) ? to : `/${to}`);
};

const isBelow = (base: string, { pathname }: Location): boolean =>
  pathname === base || pathname.startsWith(`${base}/`);

/**
 * An app's own view of the browser's history: its paths begin at the app's route, as Kibana's ScopedHistory does.
 * @param base the app's route, such as `/app/vishing`
 */
export const createScopedHistory = (parent: History, base: string): History => {
  const own = <S>(location: Location<S>): Location<S> => ({
    ...location,
    pathname: isBelow(base, location) ? location.pathname.slice(base.length) || '/' : '/',
  });
  const history: History = {
    get length() {
      return parent.length;
    },
    get action() {
      return parent.action;
    },
    get location() {
      return own(parent.location);
    },
    push: (to: LocationDescriptor, state?: unknown) =>
      typeof to === 'string' ? parent.push(below(base, to), state) : parent.push(below(base, to)),
    replace: (to: LocationDescriptor, state?: unknown) =>
      typeof to === 'string'
        ? parent.replace(below(base, to), state)
        : parent.replace(below(base, to)),
    go: (steps) => parent.go(steps),
    goBack: () => parent.goBack(),
    goForward: () => parent.goForward(),
    block: (prompt) => parent.block(prompt),
    createHref: (location) =>
      parent.createHref({ ...location, pathname: base + (location.pathname ?? '') }),
    listen: (listener) =>
      parent.listen((location, action) => {
        if (isBelow(base, location)) listener(own(location), action);
      }),
  };
  return history;
};

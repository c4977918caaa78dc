/** An object with some members replaced; its own methods keep working on the object itself. */
export const override = <T extends object>(
  target: T,
  members: Readonly<Partial<Record<keyof T, unknown>>>
): T =>
  new Proxy(target, {
    get: (object, name) => {
      const value: unknown = Reflect.get(Object.hasOwn(members, name) ? members : object, name);
      return typeof value === 'function' ? (value.bind(object) as unknown) : value;
    },
  });

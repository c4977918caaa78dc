/** Kibana's saved objects, as far as this plugin uses them. Source: elastic/kibana 9.x, `src/core/packages/saved-objects`. */

export interface SavedObject<T> {
  readonly id: string;
  readonly type: string;
  readonly attributes: T;
  /** Opaque; sent back with a change, so that nobody overwrites what he has not seen. */
  readonly version?: string;
}

/** What a space keeps in Kibana itself. Errors are Boom errors: `output.statusCode` 403, 404 or 409. */
export interface SavedObjectsClient {
  get<T>(type: string, id: string): Promise<SavedObject<T>>;
  /** With `overwrite` and `version` it replaces that version only. */
  create<T>(
    type: string,
    attributes: T,
    options: { readonly id: string; readonly overwrite?: boolean; readonly version?: string }
  ): Promise<SavedObject<T>>;
  find<T>(options: {
    readonly type: string;
    readonly perPage: number;
  }): Promise<{ readonly saved_objects: readonly SavedObject<T>[]; readonly total: number }>;
}

export interface SavedObjectsType {
  readonly name: string;
  readonly hidden: boolean;
  readonly namespaceType: 'single' | 'multiple' | 'multiple-isolated' | 'agnostic';
  readonly mappings: { readonly dynamic: false; readonly properties: Record<string, unknown> };
  /** Numbered from 1 without gaps. */
  readonly modelVersions: Readonly<Record<number, { readonly changes: readonly unknown[] }>>;
}

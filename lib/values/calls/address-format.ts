/** Format of a callee's address in the caller's environment. */
export class AddressFormat {
  /** `cart:7070`. */
  public static hostAndPort(): AddressFormat {
    return new AddressFormat('{host}:{port}');
  }

  /** `http://cart:7070`, with the scheme of the port's protocol. */
  public static url(): AddressFormat {
    return new AddressFormat('{scheme}{host}:{port}');
  }

  /** `cart`. */
  public static host(): AddressFormat {
    return new AddressFormat('{host}');
  }

  /** `7070`. */
  public static port(): AddressFormat {
    return new AddressFormat('{port}');
  }

  /**
   * A text in which `{host}`, `{port}` and `{scheme}` are replaced. One that holds more than an address, such as a
   * password, reaches no container but the main one and those that are named.
   */
  public static template(template: string): AddressFormat {
    return new AddressFormat(template);
  }

  /**
   * Addresses of all replicas of a stateful service, `db-0.db-headless:5432,db-1.db-headless:5432`: each by a template
   * as above.
   *
   * @param template of one address, by default `{host}:{port}`
   * @param separator between two addresses, by default a comma
   */
  public static replicas(template: string = '{host}:{port}', separator: string = ','): AddressFormat {
    return new AddressFormat(template, { separator });
  }

  /**
   * Address of one replica of a stateful service, `db-0.db-headless:5432`.
   *
   * @param ordinal of the replica, from 0
   * @param template of the address, by default `{host}:{port}`
   */
  public static replica(ordinal: number, template: string = '{host}:{port}'): AddressFormat {
    return new AddressFormat(template, { ordinal });
  }

  private constructor(
    /** The text before replacement. */
    public readonly text: string,
    /**
     * Replicas that it is about. Undefined for the address that they share.
     *
     * @internal
     */
    public readonly _replicas?: { readonly separator: string } | { readonly ordinal: number },
  ) {}

  /**
   * True for a text without room for a secret: placeholders, a scheme and a path of short words.
   *
   * @internal
   */
  public get _isOnlyAddress(): boolean {
    const { _replicas: replicas } = this;
    const isShort = replicas === undefined || !('separator' in replicas) || replicas.separator.length <= SEPARATOR;
    return isShort && ADDRESS.test(this.text);
  }
}

// References to variables, user information, queries and long or mixed parts of a path may be secrets.
const SCHEME = /(?:\{scheme\}|[a-z][a-z0-9+.-]{0,19}:\/{0,3})?/.source;
const PORT_AND_PATH = /(?::(?:\{port\}|\d{1,5}))?(?:\/[a-z0-9._-]{0,20})*/.source;
/** Longest separator without room for a secret. */
const SEPARATOR = 3;
const ADDRESS = new RegExp(`^(?:\\{port\\}|${SCHEME}\\{host\\}${PORT_AND_PATH})$`);

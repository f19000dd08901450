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

  /** A text in which `{host}`, `{port}` and `{scheme}` are replaced. */
  public static template(template: string): AddressFormat {
    return new AddressFormat(template);
  }

  /** The caller's environment does not name the callee. */
  public static none(): AddressFormat {
    return new AddressFormat('');
  }

  private constructor(
    /** The text before replacement. Empty where nothing is written. */
    public readonly text: string,
  ) {}
}

/** Issuer of cert-manager that fills the Secrets of exposures. */
export class CertificateIssuer {
  /** An issuer for the whole cluster. */
  public static cluster(name: string): CertificateIssuer {
    return new CertificateIssuer('cert-manager.io/cluster-issuer', name);
  }

  /** An issuer of the namespace in which the object that names it stands. */
  public static ofNamespace(name: string): CertificateIssuer {
    return new CertificateIssuer('cert-manager.io/issuer', name);
  }

  private constructor(
    /** Annotation that names it: https://cert-manager.io/docs/usage/ingress/ */
    public readonly annotation: string,
    /** Name of the issuer. */
    public readonly name: string,
  ) {}

  /** @internal */
  public get _annotations(): Record<string, string> {
    return { [this.annotation]: this.name };
  }
}

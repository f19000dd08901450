/** Listener that a route attaches to. */
export interface ParentRef {
  readonly name: string;
  readonly namespace: string;
  readonly sectionName: string;
}

/** Service that a route leads to. */
export interface BackendRef {
  readonly name: string;
  readonly port: number;
}

/** Filter of a route, as far as it is used. */
export interface RouteFilter {
  readonly type: 'RequestHeaderModifier' | 'RequestRedirect';
  readonly requestHeaderModifier?: {
    readonly set?: readonly { readonly name: string; readonly value: string }[];
    readonly remove?: readonly string[];
  };
  readonly requestRedirect?: { readonly scheme: 'https'; readonly statusCode: 301 };
}

/** Match of a route of HTTP, as far as it is used. */
export interface HttpRouteMatch {
  readonly path?: { readonly type: 'Exact' | 'PathPrefix'; readonly value: string };
  readonly method?: string;
}

/** Spec of an HTTPRoute, `gateway.networking.k8s.io/v1`, as far as it is used. */
export interface HttpRouteSpec {
  readonly parentRefs: readonly ParentRef[];
  readonly hostnames?: readonly string[];
  readonly rules: readonly {
    readonly matches?: readonly HttpRouteMatch[];
    readonly filters?: readonly RouteFilter[];
    readonly backendRefs?: readonly BackendRef[];
    readonly timeouts?: { readonly request: string };
    readonly retry?: { readonly attempts: 0 };
  }[];
}

/** Match of a route of gRPC, as far as it is used. */
export interface GrpcRouteMatch {
  readonly method: { readonly type: 'Exact'; readonly service?: string; readonly method?: string };
}

/** Spec of a GRPCRoute, `gateway.networking.k8s.io/v1`, as far as it is used. */
export interface GrpcRouteSpec {
  readonly parentRefs: readonly ParentRef[];
  readonly hostnames?: readonly string[];
  readonly rules: readonly {
    readonly matches?: readonly GrpcRouteMatch[];
    readonly filters?: readonly RouteFilter[];
    readonly backendRefs: readonly BackendRef[];
  }[];
}

/** Spec of a TCPRoute, UDPRoute or TLSRoute, `gateway.networking.k8s.io/v1`, as far as it is used. */
export interface ConnectionRouteSpec {
  readonly parentRefs: readonly ParentRef[];
  readonly hostnames?: readonly string[];
  readonly rules: readonly { readonly backendRefs: readonly BackendRef[] }[];
}

/** Listener of a Gateway, as far as it is used. */
export interface Listener {
  readonly name: string;
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP' | 'UDP';
  readonly hostname?: string;
  readonly tls?: {
    readonly mode: 'Terminate' | 'Passthrough';
    readonly certificateRefs?: readonly { readonly name: string; readonly namespace?: string }[];
  };
  readonly allowedRoutes: {
    readonly namespaces: {
      readonly from: 'Selector';
      readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    };
  };
}

/** Spec of a Gateway, `gateway.networking.k8s.io/v1`, as far as it is used. */
export interface GatewaySpec {
  readonly gatewayClassName: string;
  readonly listeners: readonly Listener[];
}

/** Spec of a ReferenceGrant, `gateway.networking.k8s.io/v1beta1`, as far as it is used. */
export interface ReferenceGrantSpec {
  readonly from: readonly { readonly group: string; readonly kind: 'Gateway'; readonly namespace: string }[];
  readonly to: readonly { readonly group: ''; readonly kind: 'Secret'; readonly name: string }[];
}

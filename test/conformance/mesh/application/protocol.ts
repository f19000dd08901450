/** Protocol of an application's port: HTTP/1.1, HTTP/2 in clear text (gRPC included), or bytes. */
export type Protocol = 'http' | 'http2' | 'tcp';

/** A port on which an application listens. */
export interface ListeningPort {
  /** 0 takes a free one. */
  readonly port: number;
  readonly protocol: Protocol;
}

/** Start options of an application: one JSON argument. */
export interface ApplicationSettings {
  readonly name: string;
  /** The path of the unix domain socket under which it is scripted; the mesh does not capture it. */
  readonly control: string;
  readonly ports: readonly ListeningPort[];
  /** The address to listen on; all of them where nothing is said. */
  readonly host?: string;
  /** The user to become once all is loaded. */
  readonly user?: number;
}

/** One answer of an application. */
export interface Answer {
  /** 200 where nothing is said. */
  readonly status?: number;
  /** 0 (OK) where nothing is said; other statuses are answered without a message. */
  readonly grpcStatus?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Body of the answer. The default is the request as the application saw it, as JSON. */
  readonly body?: string;
  readonly delaySeconds?: number;
  /** Seconds after which the body is sent once more, as another event of a stream. HTTP alone. */
  readonly againSeconds?: number;
  /** Cuts the connection instead of answering. */
  readonly reset?: boolean;
}

/** Behavior of an application until it is changed. */
export interface Behaviour {
  /** The first answers, one a request. */
  readonly sequence?: readonly Answer[];
  /** The answer once the sequence is over. */
  readonly otherwise?: Answer;
  /** A share of requests, from 0 to 1, that gets the failure instead of `otherwise`. */
  readonly failureRate?: number;
  /** 503, or UNAVAILABLE, where nothing is said. */
  readonly failure?: Answer;
  /** Decides which requests fail: equal seeds, equal requests. */
  readonly seed?: number;
}

/** A request as an application saw it. */
export interface SeenRequest {
  readonly protocol: Protocol | 'grpc';
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The SPIFFE identity of the caller, as the mesh states it. */
  readonly identity?: string;
  /** Number of this attempt, as the mesh counts, from 1. */
  readonly attempt?: number;
  readonly body: string;
  /** Seconds since the epoch. */
  readonly time: number;
}

/** A call that an application makes, once or several times. */
export interface CallOptions {
  /** http://, http2://, grpc:// (the path is /package.Service/Method), tcp:// or tls://, with the port. */
  readonly url: string;
  /** The path as HTTP sends it; that of the URL, without dot segments, where nothing is said. */
  readonly path?: string;
  /** GET where nothing is said. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** 10 s where nothing is said. A gRPC call takes it as its deadline. */
  readonly timeoutSeconds?: number;
  /** 1 where nothing is said. */
  readonly count?: number;
  /** 1 where nothing is said. */
  readonly concurrency?: number;
}

/** Result of a call. */
export interface CallResult {
  /** The HTTP status; absent for TCP, and where no answer came. */
  readonly status?: number;
  readonly grpcStatus?: number;
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Why no answer came. */
  readonly error?: string;
}

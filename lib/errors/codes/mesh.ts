import { CodeEntry, error, refused, warning } from './entry';

/** Findings about meshes and what is asked of them. */
export const MESH_CODES = {
  MS4001: refused(
    'the mesh cannot do what is stated',
    'What is stated would have no effect, or would fail. The finding names the meshes that can; the table of ' +
      'features is in docs/mesh/features.md.',
  ),
  MS4002: warning(
    'part of what is stated has no effect here',
    'The platform has no mesh that would do it, and what Kubernetes does alone falls short of it; the finding ' +
      'says by how much. Acknowledge it on a stack or platform whose applications do it themselves.',
  ),
  MS4003: error(
    'an init container calls before there is a proxy',
    'Classic sidecars start after all init containers, and the network is closed to pods without a proxy. Have ' +
      'the mesh use native sidecars; or state `calls: false` for an init container that calls nobody.',
  ),
  MS4004: refused(
    'the proxy needs a port that the microservice listens on',
    "Istio's proxy listens on ports of its own in every pod. Choose another port for the container.",
  ),
  MS4005: refused(
    "the application runs as the proxy's user",
    'Istio lets traffic of user 1337 past the proxy, so nothing that is stated would hold. Choose another user id.',
  ),
  MS4006: error(
    "the namespace refuses the mesh's init container",
    'Without the CNI plugin, Istio puts an init container with NET_ADMIN and NET_RAW into each pod, which the Pod ' +
      ('Security levels `restricted` and `baseline` refuse. Install the plugin, or use a namespace whose level is ' +
        '`privileged`.'),
  ),
  MS4007: error(
    'metrics are served on a port that callers use',
    'A scraper without a certificate has no identity in the mesh, so the port would have to be opened to plain ' +
      ('text for everybody. Serve metrics on a port of their own, or state on the platform that the proxy hands ' +
        'them out (`MetricsAccess.merged()`) or that the scraper has a certificate.'),
  ),
  MS4008: refused(
    'a gateway cannot expose this',
    'An ingress gateway tells microservices apart by host name, so an exposure names a host and a port that ' +
      'speaks HTTP or gRPC. The platform states the gateway.',
  ),
  MS4009: refused(
    'a fact of the mesh is impossible',
    'Versions of Istio are written as `1.30`, from 1.27 on; names and labels are such as Kubernetes accepts; ' +
      'native sidecars need Kubernetes 1.29 or newer.',
  ),
  MS4010: error(
    'two external services cannot be told apart',
    'Connections that carry neither a host name of HTTP nor one of TLS are told apart by address and port alone. ' +
      'State the addresses of external services that share a port.',
  ),
  MS4011: refused(
    'a callee cannot be reached through the mesh',
    'The mesh knows external services by entries of a stack, each host once, and carries no datagrams to them. ' +
      'Port 53 over TCP is kept for name servers, past the proxy.',
  ),
  MS4012: error(
    'caller and callee are in different meshes',
    'A callee in a mesh insists on mutual TLS, which a caller outside of it does not speak. Give the stacks of ' +
      'one cluster platforms with the same mesh.',
  ),
  MS4013: error(
    'pods are kept from the mesh',
    'A label or an annotation takes the pod, or some of its ports, out of the mesh, or changes what the mesh ' +
      'states there; what is stated of calls would not hold. Leave it out; acknowledge it where it is meant.',
  ),
} as const satisfies Record<string, CodeEntry>;

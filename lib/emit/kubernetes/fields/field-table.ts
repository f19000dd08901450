// Made by `node scripts/field-table.mjs` from the types of kubernetes-models; do not edit.

/** A number for each kind, then the names of the fields by number; a name may lead to the fields of its own. */
export const FIELD_TABLE = `
apps/v1/Deployment 105
argoproj.io/v1alpha1/AnalysisTemplate 145
argoproj.io/v1alpha1/Rollout 201
autoscaling.k8s.io/v1/VerticalPodAutoscaler 212
autoscaling/v2/HorizontalPodAutoscaler 231
grafana.integreatly.org/v1beta1/GrafanaDashboard 243
keda.sh/v1alpha1/ScaledObject 255
keda.sh/v1alpha1/TriggerAuthentication 278
monitoring.coreos.com/v1/PodMonitor 290
monitoring.coreos.com/v1/PrometheusRule 294
monitoring.coreos.com/v1/ServiceMonitor 298
networking.istio.io/v1/DestinationRule 326
networking.istio.io/v1/Gateway 332
networking.istio.io/v1/ServiceEntry 336
networking.istio.io/v1/Sidecar 342
networking.istio.io/v1/VirtualService 367
networking.k8s.io/v1/NetworkPolicy 374
opentelemetry.io/v1alpha1/Instrumentation 388
policy/v1/PodDisruptionBudget 391
rbac.authorization.k8s.io/v1/ClusterRoleBinding 392
rbac.authorization.k8s.io/v1/RoleBinding 392
security.istio.io/v1/AuthorizationPolicy 401
security.istio.io/v1/PeerAuthentication 404
serving.knative.dev/v1/Service 412
telemetry.istio.io/v1/Telemetry 420
v1/ConfigMap 421
v1/Namespace 424
v1/Service 433
v1/ServiceAccount 435
0 apiVersion fieldsType fieldsV1 manager operation subresource time
1 apiVersion blockOwnerDeletion controller kind name uid
2 annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation labels
  managedFields:0 name namespace ownerReferences:1 resourceVersion selfLink uid
3 key operator values
4 matchExpressions:3 matchLabels
5 maxSurge maxUnavailable
6 rollingUpdate:5 type
7 matchExpressions:3 matchFields:3
8 preference:7 weight
9 nodeSelectorTerms:7
10 preferredDuringSchedulingIgnoredDuringExecution:8 requiredDuringSchedulingIgnoredDuringExecution:9
11 labelSelector:4 matchLabelKeys mismatchLabelKeys namespaceSelector:4 namespaces topologyKey
12 podAffinityTerm:11 weight
13 preferredDuringSchedulingIgnoredDuringExecution:12 requiredDuringSchedulingIgnoredDuringExecution:11
14 nodeAffinity:10 podAffinity:13 podAntiAffinity:13
15 key name optional
16 apiVersion fieldPath
17 key optional path volumeName
18 containerName divisor resource
19 configMapKeyRef:15 fieldRef:16 fileKeyRef:17 resourceFieldRef:18 secretKeyRef:15
20 name value valueFrom:19
21 name optional
22 configMapRef:21 prefix secretRef:21
23 command
24 name value
25 host httpHeaders:24 path port scheme
26 seconds
27 host port
28 exec:23 httpGet:25 sleep:26 tcpSocket:27
29 postStart:28 preStop:28 stopSignal
30 port service
31 exec:23 failureThreshold grpc:30 httpGet:25 initialDelaySeconds periodSeconds successThreshold tcpSocket:27
  terminationGracePeriodSeconds timeoutSeconds
32 containerPort hostIP hostPort name protocol
33 resourceName restartPolicy
34 name request
35 claims:34 limits requests
36 operator values
37 action exitCodes:36
38 localhostProfile type
39 add drop
40 level role type user
41 gmsaCredentialSpec gmsaCredentialSpecName hostProcess runAsUserName
42 allowPrivilegeEscalation appArmorProfile:38 capabilities:39 privileged procMount readOnlyRootFilesystem runAsGroup
  runAsNonRoot runAsUser seLinuxOptions:40 seccompProfile:38 windowsOptions:41
43 devicePath name
44 mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr
45 args command env:20 envFrom:22 image imagePullPolicy lifecycle:29 livenessProbe:31 name ports:32 readinessProbe:31
  resizePolicy:33 resources:35 restartPolicy restartPolicyRules:37 securityContext:42 startupProbe:31 stdin stdinOnce
  terminationMessagePath terminationMessagePolicy tty volumeDevices:43 volumeMounts:44 workingDir
46 nameservers options:24 searches
47 args command env:20 envFrom:22 image imagePullPolicy lifecycle:29 livenessProbe:31 name ports:32 readinessProbe:31
  resizePolicy:33 resources:35 restartPolicy restartPolicyRules:37 securityContext:42 startupProbe:31 stdin stdinOnce
  targetContainerName terminationMessagePath terminationMessagePolicy tty volumeDevices:43 volumeMounts:44 workingDir
48 hostnames ip
49 name
50 conditionType
51 name resourceClaimName resourceClaimTemplateName
52 podGroupName
53 appArmorProfile:38 fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy
  seLinuxOptions:40 seccompProfile:38 supplementalGroups supplementalGroupsPolicy sysctls:24 windowsOptions:41
54 effect key operator tolerationSeconds value
55 labelSelector:4 matchLabelKeys maxSkew minDomains nodeAffinityPolicy nodeTaintsPolicy topologyKey whenUnsatisfiable
56 fsType partition readOnly volumeID
57 cachingMode diskName diskURI fsType kind readOnly
58 readOnly secretName shareName
59 monitors path readOnly secretFile secretRef:49 user
60 fsType readOnly secretRef:49 volumeID
61 key mode path
62 defaultMode items:61 name optional
63 driver fsType nodePublishSecretRef:49 readOnly volumeAttributes
64 fieldRef:16 mode path resourceFieldRef:18
65 defaultMode items:64
66 medium sizeLimit
67 apiGroup kind name
68 apiGroup kind name namespace
69 limits requests
70 accessModes dataSource:67 dataSourceRef:68 resources:69 selector:4 storageClassName volumeAttributesClassName
  volumeMode volumeName
71 metadata:2 spec:70
72 volumeClaimTemplate:71
73 fsType lun readOnly targetWWNs wwids
74 driver fsType options readOnly secretRef:49
75 datasetName datasetUUID
76 fsType partition pdName readOnly
77 directory repository revision
78 endpoints path readOnly
79 path type
80 pullPolicy reference
81 chapAuthDiscovery chapAuthSession fsType initiatorName iqn iscsiInterface lun portals readOnly secretRef:49
  targetPortal
82 path readOnly server
83 claimName readOnly
84 fsType pdID
85 fsType readOnly volumeID
86 labelSelector:4 name optional path signerName
87 items:61 name optional
88 items:64
89 certificateChainPath credentialBundlePath keyPath keyType maxExpirationSeconds signerName userAnnotations
90 audience expirationSeconds path
91 clusterTrustBundle:86 configMap:87 downwardAPI:88 podCertificate:89 secret:87 serviceAccountToken:90
92 defaultMode sources:91
93 group readOnly registry tenant user volume
94 fsType image keyring monitors pool readOnly secretRef:49 user
95 fsType gateway protectionDomain readOnly secretRef:49 sslEnabled storageMode storagePool system volumeName
96 defaultMode items:61 optional secretName
97 fsType readOnly secretRef:49 volumeName volumeNamespace
98 fsType storagePolicyID storagePolicyName volumePath
99 awsElasticBlockStore:56 azureDisk:57 azureFile:58 cephfs:59 cinder:60 configMap:62 csi:63 downwardAPI:65
  emptyDir:66 ephemeral:72 fc:73 flexVolume:74 flocker:75 gcePersistentDisk:76 gitRepo:77 glusterfs:78 hostPath:79
  image:80 iscsi:81 name nfs:82 persistentVolumeClaim:83 photonPersistentDisk:84 portworxVolume:85 projected:92
  quobyte:93 rbd:94 scaleIO:95 secret:96 storageos:97 vsphereVolume:98
100 activeDeadlineSeconds affinity:14 automountServiceAccountToken containers:45 dnsConfig:46 dnsPolicy
  enableServiceLinks ephemeralContainers:47 hostAliases:48 hostIPC hostNetwork hostPID hostUsers hostname
  hostnameOverride imagePullSecrets:49 initContainers:45 nodeName nodeSelector os:49 overhead preemptionPolicy
  priority priorityClassName readinessGates:50 resourceClaims:51 resources:35 restartPolicy runtimeClassName
  schedulerName schedulingGates:49 schedulingGroup:52 securityContext:53 serviceAccount serviceAccountName
  setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations:54
  topologySpreadConstraints:55 volumes:99
101 metadata:2 spec:100
102 minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector:4 strategy:6 template:101
103 lastTransitionTime lastUpdateTime message reason status type
104 availableReplicas collisionCount conditions:103 observedGeneration readyReplicas replicas terminatingReplicas
  unavailableReplicas updatedReplicas
105 apiVersion kind metadata:2 spec:102 status:104
106 fieldPath
107 key name
108 fieldRef:106 secretKeyRef:107
109 name value valueFrom:108
110 metricName
111 limit metricName
112 dimensions:24 metricName namespace
113 metric:112 period stat unit
114 expression id label metricStat:113 period returnData
115 interval metricDataQueries:114
116 name namespaced
117 aggregator apiVersion formula interval queries query secretRef:116
118 address query
119 profile query
120 containerName operator values
121 status type
122 action onExitCodes:120 onPodConditions:121
123 rules:122
124 succeededCount succeededIndexes
125 rules:124
126 activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy manualSelector
  maxFailedIndexes parallelism podFailurePolicy:123 podReplacementPolicy selector:4 successPolicy:125 suspend
  template:101 ttlSecondsAfterFinished
127 metadata:2 spec:126
128 end region scope start step
129 controlScope:128 experimentScope:128 name
130 marginal pass
131 address application canaryConfigName configurationAccountName lookback metricsAccountName scopes:129
  storageAccountName threshold:130
132 profile query timeout
133 clientId clientSecret scopes tokenUrl
134 profile region roleArn
135 oauth2:133 sigv4:134
136 key value
137 end start step
138 address authentication:135 headers:136 insecure query rangeQuery:137 timeout
139 address interval query
140 authentication:135 body headers:136 insecure jsonBody jsonPath method timeoutSeconds url
141 cloudWatch:115 datadog:117 graphite:118 influxdb:119 job:127 kayenta:131 newRelic:132 plugin prometheus:138
  skywalking:139 wavefront:118 web:140
142 consecutiveErrorLimit consecutiveSuccessLimit count failureCondition failureLimit inconclusiveLimit initialDelay
  interval name provider:141 successCondition
143 clusterScope templateName
144 args:109 dryRun:110 measurementRetention:111 metrics:142 templates:143
145 apiVersion kind metadata:2 spec:144
146 successfulRunHistoryLimit unsuccessfulRunHistoryLimit
147 revisions
148 annotations labels
149 weight
150 preferredDuringSchedulingIgnoredDuringExecution:149 requiredDuringSchedulingIgnoredDuringExecution
151 fieldRef:106 podTemplateHashValue
152 name value valueFrom:151
153 analysisRunMetadata:148 args:152 dryRun:110 measurementRetention:111 templates:143
154 abortScaleDownDelaySeconds activeMetadata:148 activeService antiAffinity:150 autoPromotionEnabled
  autoPromotionSeconds maxUnavailable postPromotionAnalysis:153 prePromotionAnalysis:153 previewMetadata:148
  previewReplicaCount previewService scaleDownDelayRevisionLimit scaleDownDelaySeconds
155 analysisRunMetadata:148 args:152 dryRun:110 measurementRetention:111 startingStep templates:143
156 pingService pongService
157 type value
158 args:152 clusterScope name requiredForCompletion templateName
159 metadata:148 name replicas selector:4 service:49 specRef weight
160 analyses:158 analysisRunMetadata:148 dryRun:110 duration scaleDownDelaySeconds templates:159
161 duration
162 config name
163 matchTrafficWeight replicas weight
164 exact prefix regex
165 headerName headerValue:164
166 match:165 name
167 headers method:164 path:164
168 match:167 name percentage
169 analysis:153 experiment:160 pause:161 plugin:162 setCanaryScale:163 setHeaderRoute:166 setMirrorRoute:168
  setWeight
170 durationSeconds enabled
171 annotationPrefix ingress ingresses rootService servicePort stickinessConfig:170
172 mappings
173 name rules
174 route:173
175 canaryVirtualNodeRef:49 stableVirtualNodeRef:49
176 name routes
177 virtualNodeGroup:175 virtualService:176
178 additionalSubsetNames canarySubsetName name stableSubsetName
179 port
180 port sniHosts
181 name routes tcpRoutes:179 tlsRoutes:180
182 destinationRule:178 virtualService:181 virtualServices:181
183 additionalIngressAnnotations annotationPrefix canaryIngressAnnotations stableIngress stableIngresses
184 rootService trafficSplitName
185 weightedTraefikServiceName
186 alb:171 ambassador:172 apisix:174 appMesh:177 istio:182 managedRoutes:49 maxTrafficWeight nginx:183 plugins
  smi:184 traefik:185
187 abortScaleDownDelaySeconds analysis:155 antiAffinity:150 canaryMetadata:148 canaryService dynamicStableScale
  maxSurge maxUnavailable minPodsPerReplicaSet pingPong:156 replicaProgressThreshold:157 scaleDownDelayRevisionLimit
  scaleDownDelaySeconds stableMetadata:148 stableService steps:169 trafficRouting:186
188 blueGreen:154 canary:187
189 apiVersion kind name scaleDown
190 analysis:146 minReadySeconds paused progressDeadlineAbort progressDeadlineSeconds replicas restartAt
  revisionHistoryLimit rollbackWindow:147 selector:4 strategy:188 template:101 workloadRef:189
191 arn fullName name
192 canaryTargetGroup:191 ingress loadBalancer:191 stableTargetGroup:191
193 message name status
194 activeSelector postPromotionAnalysisRunStatus:193 prePromotionAnalysisRunStatus:193 previewSelector
  scaleUpPreviewCheckPoint
195 backoff disabled executions finishedAt index message name operation phase startedAt status updatedAt
196 podTemplateHash serviceName weight
197 additional:196 canary:196 stable:196 verified
198 currentBackgroundAnalysisRunStatus:193 currentExperiment currentStepAnalysisRunStatus:193 stablePingPong
  stepPluginStatuses:195 weights:197
199 reason startTime
200 HPAReplicas abort abortedAt alb:192 albs:192 availableReplicas blueGreen:194 canary:198 collisionCount
  conditions:103 controllerPause currentPodHash currentStepHash currentStepIndex message observedGeneration
  pauseConditions:199 phase promoteFull readyReplicas replicas restartedAt selector stableRS updatedReplicas
  workloadObservedGeneration
201 apiVersion kind metadata:2 spec:190 status:200
202 containerName controlledResources controlledValues maxAllowed minAllowed mode oomBumpUpRatio oomMinBumpUp
203 containerPolicies:202
204 apiVersion kind name
205 changeRequirement resources
206 evictionRequirements:205 minReplicas updateMode
207 recommenders:49 resourcePolicy:203 targetRef:204 updatePolicy:206
208 lastTransitionTime message reason status type
209 containerName lowerBound target uncappedTarget upperBound
210 containerRecommendations:209
211 conditions:208 recommendation:210
212 apiVersion kind metadata:2 spec:207 status:211
213 periodSeconds type value
214 policies:213 selectPolicy stabilizationWindowSeconds tolerance
215 scaleDown:214 scaleUp:214
216 averageUtilization averageValue type value
217 container name target:216
218 name selector:4
219 metric:218 target:216
220 describedObject:204 metric:218 target:216
221 name target:216
222 containerResource:217 external:219 object:220 pods:219 resource:221 type
223 behavior:215 maxReplicas metrics:222 minReplicas scaleTargetRef:204
224 averageUtilization averageValue value
225 container current:224 name
226 current:224 metric:218
227 current:224 describedObject:204 metric:218
228 current:224 name
229 containerResource:225 external:226 object:227 pods:226 resource:228 type
230 conditions:208 currentMetrics:229 currentReplicas desiredReplicas lastScaleTime observedGeneration
231 apiVersion kind metadata:2 spec:223 status:230
232 datasourceName inputName
233 configMapKeyRef:15 secretKeyRef:15
234 name value valueFrom:233
235 id revision
236 fileName gzipJsonnetProject jPath
237 name version
238 password:15 username:15
239 basicAuth:238
240 allowCrossNamespaceImport configMapRef:15 contentCacheDuration datasources:232 envFrom:233 envs:234 folder
  folderRef folderUID grafanaCom:235 gzipJson instanceSelector:4 json jsonnet jsonnetLib:236 plugins:237 resyncPeriod
  suspend uid url urlAuthorization:239
241 lastTransitionTime message observedGeneration reason status type
242 NoMatchingInstances conditions:241 contentCache contentTimestamp contentUrl hash lastResync uid
243 apiVersion kind metadata:2 spec:240 status:242
244 behavior:215 name
245 activationTarget formula metricType target
246 horizontalPodAutoscalerConfig:244 restoreToOriginalReplicaCount scalingModifiers:245
247 behavior failureThreshold replicas
248 apiVersion envSourceContainerName kind name
249 kind name
250 authenticationRef:249 metadata metricType name type useCachedMetrics
251 advanced:246 cooldownPeriod fallback:247 idleReplicaCount initialCooldownPeriod maxReplicaCount minReplicaCount
  pollingInterval scaleTargetRef:248 triggers:250
252 message reason status type
253 group kind resource version
254 authenticationsTypes compositeScalerName conditions:252 externalMetricNames health hpaName lastActiveTime
  originalReplicaCount pausedReplicaCount resourceMetricNames scaleTargetGVKR:253 scaleTargetKind triggersActivity
  triggersTypes
255 apiVersion kind metadata:2 spec:251 status:254
256 secretKeyRef:107
257 valueFrom:256
258 accessKey:257 accessSecretKey:257 accessToken:257
259 identityAuthorityHost identityId identityOwner identityTenantId provider roleArn
260 name parameter secretKey versionId versionStage
261 credentials:258 podIdentity:259 region secrets:260
262 activeDirectoryEndpoint keyVaultResourceURL type
263 clientId clientSecret:257 tenantId
264 name parameter version
265 cloud:262 credentials:263 podIdentity:259 secrets:264 vaultUri
266 parameter serviceAccountName
267 key name parameter
268 containerName name parameter
269 clientSecret:257
270 id parameter version
271 credentials:269 podIdentity:259 secrets:270
272 serviceAccount serviceAccountName token
273 altNames commonName format ipSans otherSans ttl uriSans
274 key parameter path pkiData:273 type
275 address authentication credential:272 mount namespace role secrets:274
276 awsSecretManager:261 azureKeyVault:265 boundServiceAccountToken:266 configMapTargetRef:267 env:268 filePath
  gcpSecretManager:271 hashiCorpVault:275 podIdentity:259 secretTargetRef:267
277 scaledjobs scaledobjects
278 apiVersion kind metadata:2 spec:276 status:277
279 node
280 any matchNames
281 credentials:15 type
282 action modulus regex replacement separator sourceLabels targetLabel
283 configMap:15 secret:15
284 ca:283 cert:283 insecureSkipVerify keySecret:15 maxVersion minVersion serverName
285 clientId:283 clientSecret:15 endpointParams noProxy proxyConnectHeader proxyFromEnvironment proxyUrl scopes
  tlsConfig:284 tokenUrl
286 authorization:281 basicAuth:238 bearerTokenSecret:15 enableHttp2 filterRunning followRedirects honorLabels
  honorTimestamps interval metricRelabelings:282 noProxy oauth2:285 params path port portNumber proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:282 scheme scrapeTimeout targetPort tlsConfig:284 trackTimestampsStaleness
287 attachMetadata:279 bodySizeLimit convertClassicHistogramsToNHCB fallbackScrapeProtocol jobLabel keepDroppedTargets
  labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:280 nativeHistogramBucketLimit
  nativeHistogramMinBucketFactor podMetricsEndpoints:286 podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism targetLimit
288 conditions:241 group name namespace resource
289 bindings:288
290 apiVersion kind metadata:2 spec:287 status:289
291 alert annotations expr for keep_firing_for labels record
292 interval labels limit name partial_response_strategy query_offset rules:291
293 groups:292
294 apiVersion kind metadata:2 spec:293 status:289
295 ca:283 caFile cert:283 certFile insecureSkipVerify keyFile keySecret:15 maxVersion minVersion serverName
296 authorization:281 basicAuth:238 bearerTokenFile bearerTokenSecret:15 enableHttp2 filterRunning followRedirects
  honorLabels honorTimestamps interval metricRelabelings:282 noProxy oauth2:285 params path port proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:282 scheme scrapeTimeout targetPort tlsConfig:295 trackTimestampsStaleness
297 attachMetadata:279 bodySizeLimit convertClassicHistogramsToNHCB endpoints:296 fallbackScrapeProtocol jobLabel
  keepDroppedTargets labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:280
  nativeHistogramBucketLimit nativeHistogramMinBucketFactor podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism serviceDiscoveryRole
  targetLabels targetLimit
298 apiVersion kind metadata:2 spec:297 status:289
299 h2UpgradePolicy http1MaxPendingRequests http2MaxRequests idleTimeout maxConcurrentStreams maxRequestsPerConnection
  maxRetries useClientProtocol
300 interval probes time
301 connectTimeout idleTimeout maxConnectionDuration maxConnections tcpKeepalive:300
302 http:299 tcp:301
303 attributes:24 name path ttl
304 tableSize
305 minimumRingSize
306 httpCookie:303 httpHeaderName httpQueryParameterName maglev:304 minimumRingSize ringHash:305 useSourceIp
307 from to
308 distribute:307 enabled failover:307 failoverPriority
309 aggression duration minimumPercent
310 consistentHash:306 localityLbSetting:308 simple warmup:309 warmupDurationSecs
311 baseEjectionTime consecutive5xxErrors consecutiveErrors consecutiveGatewayErrors consecutiveLocalOriginFailures
  interval maxEjectionPercent minHealthPercent splitExternalLocalOriginErrors
312 number
313 caCertificates caCrl clientCertificate credentialName insecureSkipVerify mode privateKey sni subjectAltNames
314 connectionPool:302 loadBalancer:310 outlierDetection:311 port:312 tls:313
315 version
316 minRetryConcurrency percent
317 protocol targetHost targetPort
318 connectionPool:302 loadBalancer:310 outlierDetection:311 portLevelSettings:314 proxyProtocol:315 retryBudget:316
  tls:313 tunnel:317
319 labels name trafficPolicy:318
320 matchLabels
321 exportTo host subsets:319 trafficPolicy:318 workloadSelector:320
322 lastProbeTime lastTransitionTime message observedGeneration reason status type
323 code name
324 documentationUrl level type:323
325 conditions:322 observedGeneration validationMessages:324
326 apiVersion kind metadata:2 spec:321 status:325
327 name number protocol targetPort
328 caCertificates privateKey serverCertificate
329 caCertCredentialName caCertificates caCrl cipherSuites credentialName credentialNames httpsRedirect
  maxProtocolVersion minProtocolVersion mode privateKey serverCertificate subjectAltNames tlsCertificates:328
  verifyCertificateHash verifyCertificateSpki
330 bind defaultEndpoint hosts name port:327 tls:329
331 selector servers:330
332 apiVersion kind metadata:2 spec:331 status:325
333 address labels locality network ports serviceAccount weight
334 labels
335 addresses endpoints:333 exportTo hosts location ports:327 resolution subjectAltNames workloadSelector:334
336 apiVersion kind metadata:2 spec:335 status:325
337 bind captureMode hosts port:327
338 bind captureMode connectionPool:302 defaultEndpoint port:327 tls:329
339 host port:312 subset
340 egressProxy:339 mode
341 egress:337 inboundConnectionPool:302 ingress:338 outboundTrafficPolicy:340 workloadSelector:334
342 apiVersion kind metadata:2 spec:341 status:325
343 allowCredentials allowHeaders allowMethods allowOrigin allowOrigins:164 exposeHeaders maxAge unmatchedPreflights
344 name namespace
345 bytes string
346 body:345 status
347 value
348 grpcStatus http2Error httpStatus percentage:347
349 exponentialDelay fixedDelay percent percentage:347
350 abort:348 delay:349
351 add remove set
352 request:351 response:351
353 authority:164 gateways headers ignoreUriCase method:164 name port queryParams scheme:164 sourceLabels
  sourceNamespace statPrefix uri:164 withoutHeaders
354 destination:339 percentage:347
355 authority derivePort port redirectCode scheme uri
356 attempts backoff perTryTimeout retryIgnorePreviousHosts retryOn retryRemoteLocalities
357 match rewrite
358 authority uri uriRegexRewrite:357
359 destination:339 headers:352 weight
360 corsPolicy:343 delegate:344 directResponse:346 fault:350 headers:352 match:353 mirror:339 mirrorPercent
  mirrorPercentage:347 mirror_percent mirrors:354 name redirect:355 retries:356 rewrite:358 route:359 timeout
361 destinationSubnets gateways port sourceLabels sourceNamespace sourceSubnet
362 destination:339 weight
363 match:361 route:362
364 destinationSubnets gateways port sniHosts sourceLabels sourceNamespace
365 match:364 route:362
366 exportTo gateways hosts http:360 tcp:363 tls:365
367 apiVersion kind metadata:2 spec:366 status:325
368 endPort port protocol
369 cidr except
370 ipBlock:369 namespaceSelector:4 podSelector:4
371 ports:368 to:370
372 from:370 ports:368
373 egress:371 ingress:372 podSelector:4 policyTypes
374 apiVersion kind metadata:2 spec:373
375 attrs:20 configPath env:20 image resourceRequirements:35 version volumeClaimTemplate:71 volumeLimitSize
376 useLabelsForResourceAttributes
377 env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
378 ca_file cert_file configMapName key_file secretName
379 endpoint tls:378
380 env:20 image resourceRequirements:35 securityContext:42 volumeClaimTemplate:71 volumeLimitSize
381 dir image
382 env:20 extensions:381 image resources:35 volumeClaimTemplate:71 volumeLimitSize
383 attrs:20 configFile env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
384 addK8sUIDAttributes resourceAttributes
385 argument type
386 apacheHttpd:375 defaults:376 dotnet:377 env:20 exporter:379 go:380 imagePullPolicy initContainerSecurityContext:42
  java:382 nginx:383 nodejs:377 propagators python:377 resource:384 sampler:385
387 upgradeBlockedVersions
388 apiVersion kind metadata:2 spec:386 status:387
389 maxUnavailable minAvailable selector:4 unhealthyPodEvictionPolicy
390 conditions:241 currentHealthy desiredHealthy disruptedPods disruptionsAllowed expectedPods observedGeneration
391 apiVersion kind metadata:2 spec:389 status:390
392 apiVersion kind metadata:2 roleRef:67 subjects:68
393 ipBlocks namespaces notIpBlocks notNamespaces notPrincipals notRemoteIpBlocks notRequestPrincipals
  notServiceAccounts principals remoteIpBlocks requestPrincipals serviceAccounts
394 source:393
395 hosts methods notHosts notMethods notPaths notPorts paths ports
396 operation:395
397 key notValues values
398 from:394 to:396 when:397
399 group kind name namespace
400 action provider:49 rules:398 selector:320 targetRef:399 targetRefs:399
401 apiVersion kind metadata:2 spec:400 status:325
402 mode
403 mtls:402 portLevelMtls selector:320
404 apiVersion kind metadata:2 spec:403 status:325
405 activeDeadlineSeconds affinity:14 automountServiceAccountToken containerConcurrency containers:45 dnsConfig:46
  dnsPolicy enableServiceLinks ephemeralContainers:47 hostAliases:48 hostIPC hostNetwork hostPID hostUsers hostname
  hostnameOverride idleTimeoutSeconds imagePullSecrets:49 initContainers:45 nodeName nodeSelector os:49 overhead
  preemptionPolicy priority priorityClassName readinessGates:50 resourceClaims:51 resources:35
  responseStartTimeoutSeconds restartPolicy runtimeClassName schedulerName schedulingGates:49 schedulingGroup:52
  securityContext:53 serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
  terminationGracePeriodSeconds timeoutSeconds tolerations:54 topologySpreadConstraints:55 volumes:99
406 metadata:2 spec:405
407 configurationName latestRevision percent revisionName tag url
408 template:406 traffic:407
409 CACerts audience name url
410 lastTransitionTime message reason severity status type
411 address:409 annotations conditions:410 latestCreatedRevisionName latestReadyRevisionName observedGeneration
  traffic:407 url
412 apiVersion kind metadata:2 spec:408 status:411
413 expression
414 disabled filter:413 match:402 providers:49
415 customMetric metric mode
416 disabled match:415 tagOverrides
417 overrides:416 providers:49 reportingInterval
418 customTags disableSpanReporting enableIstioTags match:402 providers:49 randomSamplingPercentage
  useRequestIdForTraceSampling
419 accessLogging:414 metrics:417 selector:320 targetRef:399 targetRefs:399 tracing:418
420 apiVersion kind metadata:2 spec:419 status:325
421 apiVersion binaryData data immutable kind metadata:2
422 finalizers
423 conditions:208 phase
424 apiVersion kind metadata:2 spec:422 status:423
425 appProtocol name nodePort port protocol targetPort
426 timeoutSeconds
427 clientIP:426
428 allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy
  healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP
  loadBalancerSourceRanges ports:425 publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig:427
  trafficDistribution type
429 error port protocol
430 hostname ip ipMode ports:429
431 ingress:430
432 conditions:241 loadBalancer:431
433 apiVersion kind metadata:2 spec:428 status:432
434 apiVersion fieldPath kind name namespace resourceVersion uid
435 apiVersion automountServiceAccountToken imagePullSecrets:49 kind metadata:2 secrets:434
`;

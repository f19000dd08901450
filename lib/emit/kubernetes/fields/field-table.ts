// Made by `node scripts/field-table.mjs` from the types of kubernetes-models; do not edit.

/** A number for each kind, then the names of the fields by number; a name may lead to the fields of its own. */
export const FIELD_TABLE = `
apps/v1/Deployment 105
argoproj.io/v1alpha1/AnalysisTemplate 145
argoproj.io/v1alpha1/Rollout 201
autoscaling.k8s.io/v1/VerticalPodAutoscaler 212
autoscaling/v2/HorizontalPodAutoscaler 231
batch/v1/CronJob 235
batch/v1/Job 239
grafana.integreatly.org/v1beta1/GrafanaDashboard 251
keda.sh/v1alpha1/ScaledObject 263
keda.sh/v1alpha1/TriggerAuthentication 286
monitoring.coreos.com/v1/PodMonitor 298
monitoring.coreos.com/v1/PrometheusRule 302
monitoring.coreos.com/v1/ServiceMonitor 306
networking.istio.io/v1/DestinationRule 334
networking.istio.io/v1/Gateway 340
networking.istio.io/v1/ServiceEntry 344
networking.istio.io/v1/Sidecar 350
networking.istio.io/v1/VirtualService 375
networking.k8s.io/v1/NetworkPolicy 382
opentelemetry.io/v1alpha1/Instrumentation 396
policy/v1/PodDisruptionBudget 399
rbac.authorization.k8s.io/v1/ClusterRoleBinding 400
rbac.authorization.k8s.io/v1/RoleBinding 400
security.istio.io/v1/AuthorizationPolicy 409
security.istio.io/v1/PeerAuthentication 412
serving.knative.dev/v1/Service 420
telemetry.istio.io/v1/Telemetry 428
v1/ConfigMap 429
v1/Namespace 432
v1/Service 441
v1/ServiceAccount 442
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
232 concurrencyPolicy failedJobsHistoryLimit jobTemplate:127 schedule startingDeadlineSeconds
  successfulJobsHistoryLimit suspend timeZone
233 apiVersion fieldPath kind name namespace resourceVersion uid
234 active:233 lastScheduleTime lastSuccessfulTime
235 apiVersion kind metadata:2 spec:232 status:234
236 lastProbeTime lastTransitionTime message reason status type
237 failed succeeded
238 active completedIndexes completionTime conditions:236 failed failedIndexes ready startTime succeeded terminating
  uncountedTerminatedPods:237
239 apiVersion kind metadata:2 spec:126 status:238
240 datasourceName inputName
241 configMapKeyRef:15 secretKeyRef:15
242 name value valueFrom:241
243 id revision
244 fileName gzipJsonnetProject jPath
245 name version
246 password:15 username:15
247 basicAuth:246
248 allowCrossNamespaceImport configMapRef:15 contentCacheDuration datasources:240 envFrom:241 envs:242 folder
  folderRef folderUID grafanaCom:243 gzipJson instanceSelector:4 json jsonnet jsonnetLib:244 plugins:245 resyncPeriod
  suspend uid url urlAuthorization:247
249 lastTransitionTime message observedGeneration reason status type
250 NoMatchingInstances conditions:249 contentCache contentTimestamp contentUrl hash lastResync uid
251 apiVersion kind metadata:2 spec:248 status:250
252 behavior:215 name
253 activationTarget formula metricType target
254 horizontalPodAutoscalerConfig:252 restoreToOriginalReplicaCount scalingModifiers:253
255 behavior failureThreshold replicas
256 apiVersion envSourceContainerName kind name
257 kind name
258 authenticationRef:257 metadata metricType name type useCachedMetrics
259 advanced:254 cooldownPeriod fallback:255 idleReplicaCount initialCooldownPeriod maxReplicaCount minReplicaCount
  pollingInterval scaleTargetRef:256 triggers:258
260 message reason status type
261 group kind resource version
262 authenticationsTypes compositeScalerName conditions:260 externalMetricNames health hpaName lastActiveTime
  originalReplicaCount pausedReplicaCount resourceMetricNames scaleTargetGVKR:261 scaleTargetKind triggersActivity
  triggersTypes
263 apiVersion kind metadata:2 spec:259 status:262
264 secretKeyRef:107
265 valueFrom:264
266 accessKey:265 accessSecretKey:265 accessToken:265
267 identityAuthorityHost identityId identityOwner identityTenantId provider roleArn
268 name parameter secretKey versionId versionStage
269 credentials:266 podIdentity:267 region secrets:268
270 activeDirectoryEndpoint keyVaultResourceURL type
271 clientId clientSecret:265 tenantId
272 name parameter version
273 cloud:270 credentials:271 podIdentity:267 secrets:272 vaultUri
274 parameter serviceAccountName
275 key name parameter
276 containerName name parameter
277 clientSecret:265
278 id parameter version
279 credentials:277 podIdentity:267 secrets:278
280 serviceAccount serviceAccountName token
281 altNames commonName format ipSans otherSans ttl uriSans
282 key parameter path pkiData:281 type
283 address authentication credential:280 mount namespace role secrets:282
284 awsSecretManager:269 azureKeyVault:273 boundServiceAccountToken:274 configMapTargetRef:275 env:276 filePath
  gcpSecretManager:279 hashiCorpVault:283 podIdentity:267 secretTargetRef:275
285 scaledjobs scaledobjects
286 apiVersion kind metadata:2 spec:284 status:285
287 node
288 any matchNames
289 credentials:15 type
290 action modulus regex replacement separator sourceLabels targetLabel
291 configMap:15 secret:15
292 ca:291 cert:291 insecureSkipVerify keySecret:15 maxVersion minVersion serverName
293 clientId:291 clientSecret:15 endpointParams noProxy proxyConnectHeader proxyFromEnvironment proxyUrl scopes
  tlsConfig:292 tokenUrl
294 authorization:289 basicAuth:246 bearerTokenSecret:15 enableHttp2 filterRunning followRedirects honorLabels
  honorTimestamps interval metricRelabelings:290 noProxy oauth2:293 params path port portNumber proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:290 scheme scrapeTimeout targetPort tlsConfig:292 trackTimestampsStaleness
295 attachMetadata:287 bodySizeLimit convertClassicHistogramsToNHCB fallbackScrapeProtocol jobLabel keepDroppedTargets
  labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:288 nativeHistogramBucketLimit
  nativeHistogramMinBucketFactor podMetricsEndpoints:294 podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism targetLimit
296 conditions:249 group name namespace resource
297 bindings:296
298 apiVersion kind metadata:2 spec:295 status:297
299 alert annotations expr for keep_firing_for labels record
300 interval labels limit name partial_response_strategy query_offset rules:299
301 groups:300
302 apiVersion kind metadata:2 spec:301 status:297
303 ca:291 caFile cert:291 certFile insecureSkipVerify keyFile keySecret:15 maxVersion minVersion serverName
304 authorization:289 basicAuth:246 bearerTokenFile bearerTokenSecret:15 enableHttp2 filterRunning followRedirects
  honorLabels honorTimestamps interval metricRelabelings:290 noProxy oauth2:293 params path port proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:290 scheme scrapeTimeout targetPort tlsConfig:303 trackTimestampsStaleness
305 attachMetadata:287 bodySizeLimit convertClassicHistogramsToNHCB endpoints:304 fallbackScrapeProtocol jobLabel
  keepDroppedTargets labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:288
  nativeHistogramBucketLimit nativeHistogramMinBucketFactor podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism serviceDiscoveryRole
  targetLabels targetLimit
306 apiVersion kind metadata:2 spec:305 status:297
307 h2UpgradePolicy http1MaxPendingRequests http2MaxRequests idleTimeout maxConcurrentStreams maxRequestsPerConnection
  maxRetries useClientProtocol
308 interval probes time
309 connectTimeout idleTimeout maxConnectionDuration maxConnections tcpKeepalive:308
310 http:307 tcp:309
311 attributes:24 name path ttl
312 tableSize
313 minimumRingSize
314 httpCookie:311 httpHeaderName httpQueryParameterName maglev:312 minimumRingSize ringHash:313 useSourceIp
315 from to
316 distribute:315 enabled failover:315 failoverPriority
317 aggression duration minimumPercent
318 consistentHash:314 localityLbSetting:316 simple warmup:317 warmupDurationSecs
319 baseEjectionTime consecutive5xxErrors consecutiveErrors consecutiveGatewayErrors consecutiveLocalOriginFailures
  interval maxEjectionPercent minHealthPercent splitExternalLocalOriginErrors
320 number
321 caCertificates caCrl clientCertificate credentialName insecureSkipVerify mode privateKey sni subjectAltNames
322 connectionPool:310 loadBalancer:318 outlierDetection:319 port:320 tls:321
323 version
324 minRetryConcurrency percent
325 protocol targetHost targetPort
326 connectionPool:310 loadBalancer:318 outlierDetection:319 portLevelSettings:322 proxyProtocol:323 retryBudget:324
  tls:321 tunnel:325
327 labels name trafficPolicy:326
328 matchLabels
329 exportTo host subsets:327 trafficPolicy:326 workloadSelector:328
330 lastProbeTime lastTransitionTime message observedGeneration reason status type
331 code name
332 documentationUrl level type:331
333 conditions:330 observedGeneration validationMessages:332
334 apiVersion kind metadata:2 spec:329 status:333
335 name number protocol targetPort
336 caCertificates privateKey serverCertificate
337 caCertCredentialName caCertificates caCrl cipherSuites credentialName credentialNames httpsRedirect
  maxProtocolVersion minProtocolVersion mode privateKey serverCertificate subjectAltNames tlsCertificates:336
  verifyCertificateHash verifyCertificateSpki
338 bind defaultEndpoint hosts name port:335 tls:337
339 selector servers:338
340 apiVersion kind metadata:2 spec:339 status:333
341 address labels locality network ports serviceAccount weight
342 labels
343 addresses endpoints:341 exportTo hosts location ports:335 resolution subjectAltNames workloadSelector:342
344 apiVersion kind metadata:2 spec:343 status:333
345 bind captureMode hosts port:335
346 bind captureMode connectionPool:310 defaultEndpoint port:335 tls:337
347 host port:320 subset
348 egressProxy:347 mode
349 egress:345 inboundConnectionPool:310 ingress:346 outboundTrafficPolicy:348 workloadSelector:342
350 apiVersion kind metadata:2 spec:349 status:333
351 allowCredentials allowHeaders allowMethods allowOrigin allowOrigins:164 exposeHeaders maxAge unmatchedPreflights
352 name namespace
353 bytes string
354 body:353 status
355 value
356 grpcStatus http2Error httpStatus percentage:355
357 exponentialDelay fixedDelay percent percentage:355
358 abort:356 delay:357
359 add remove set
360 request:359 response:359
361 authority:164 gateways headers ignoreUriCase method:164 name port queryParams scheme:164 sourceLabels
  sourceNamespace statPrefix uri:164 withoutHeaders
362 destination:347 percentage:355
363 authority derivePort port redirectCode scheme uri
364 attempts backoff perTryTimeout retryIgnorePreviousHosts retryOn retryRemoteLocalities
365 match rewrite
366 authority uri uriRegexRewrite:365
367 destination:347 headers:360 weight
368 corsPolicy:351 delegate:352 directResponse:354 fault:358 headers:360 match:361 mirror:347 mirrorPercent
  mirrorPercentage:355 mirror_percent mirrors:362 name redirect:363 retries:364 rewrite:366 route:367 timeout
369 destinationSubnets gateways port sourceLabels sourceNamespace sourceSubnet
370 destination:347 weight
371 match:369 route:370
372 destinationSubnets gateways port sniHosts sourceLabels sourceNamespace
373 match:372 route:370
374 exportTo gateways hosts http:368 tcp:371 tls:373
375 apiVersion kind metadata:2 spec:374 status:333
376 endPort port protocol
377 cidr except
378 ipBlock:377 namespaceSelector:4 podSelector:4
379 ports:376 to:378
380 from:378 ports:376
381 egress:379 ingress:380 podSelector:4 policyTypes
382 apiVersion kind metadata:2 spec:381
383 attrs:20 configPath env:20 image resourceRequirements:35 version volumeClaimTemplate:71 volumeLimitSize
384 useLabelsForResourceAttributes
385 env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
386 ca_file cert_file configMapName key_file secretName
387 endpoint tls:386
388 env:20 image resourceRequirements:35 securityContext:42 volumeClaimTemplate:71 volumeLimitSize
389 dir image
390 env:20 extensions:389 image resources:35 volumeClaimTemplate:71 volumeLimitSize
391 attrs:20 configFile env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
392 addK8sUIDAttributes resourceAttributes
393 argument type
394 apacheHttpd:383 defaults:384 dotnet:385 env:20 exporter:387 go:388 imagePullPolicy initContainerSecurityContext:42
  java:390 nginx:391 nodejs:385 propagators python:385 resource:392 sampler:393
395 upgradeBlockedVersions
396 apiVersion kind metadata:2 spec:394 status:395
397 maxUnavailable minAvailable selector:4 unhealthyPodEvictionPolicy
398 conditions:249 currentHealthy desiredHealthy disruptedPods disruptionsAllowed expectedPods observedGeneration
399 apiVersion kind metadata:2 spec:397 status:398
400 apiVersion kind metadata:2 roleRef:67 subjects:68
401 ipBlocks namespaces notIpBlocks notNamespaces notPrincipals notRemoteIpBlocks notRequestPrincipals
  notServiceAccounts principals remoteIpBlocks requestPrincipals serviceAccounts
402 source:401
403 hosts methods notHosts notMethods notPaths notPorts paths ports
404 operation:403
405 key notValues values
406 from:402 to:404 when:405
407 group kind name namespace
408 action provider:49 rules:406 selector:328 targetRef:407 targetRefs:407
409 apiVersion kind metadata:2 spec:408 status:333
410 mode
411 mtls:410 portLevelMtls selector:328
412 apiVersion kind metadata:2 spec:411 status:333
413 activeDeadlineSeconds affinity:14 automountServiceAccountToken containerConcurrency containers:45 dnsConfig:46
  dnsPolicy enableServiceLinks ephemeralContainers:47 hostAliases:48 hostIPC hostNetwork hostPID hostUsers hostname
  hostnameOverride idleTimeoutSeconds imagePullSecrets:49 initContainers:45 nodeName nodeSelector os:49 overhead
  preemptionPolicy priority priorityClassName readinessGates:50 resourceClaims:51 resources:35
  responseStartTimeoutSeconds restartPolicy runtimeClassName schedulerName schedulingGates:49 schedulingGroup:52
  securityContext:53 serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
  terminationGracePeriodSeconds timeoutSeconds tolerations:54 topologySpreadConstraints:55 volumes:99
414 metadata:2 spec:413
415 configurationName latestRevision percent revisionName tag url
416 template:414 traffic:415
417 CACerts audience name url
418 lastTransitionTime message reason severity status type
419 address:417 annotations conditions:418 latestCreatedRevisionName latestReadyRevisionName observedGeneration
  traffic:415 url
420 apiVersion kind metadata:2 spec:416 status:419
421 expression
422 disabled filter:421 match:410 providers:49
423 customMetric metric mode
424 disabled match:423 tagOverrides
425 overrides:424 providers:49 reportingInterval
426 customTags disableSpanReporting enableIstioTags match:410 providers:49 randomSamplingPercentage
  useRequestIdForTraceSampling
427 accessLogging:422 metrics:425 selector:328 targetRef:407 targetRefs:407 tracing:426
428 apiVersion kind metadata:2 spec:427 status:333
429 apiVersion binaryData data immutable kind metadata:2
430 finalizers
431 conditions:208 phase
432 apiVersion kind metadata:2 spec:430 status:431
433 appProtocol name nodePort port protocol targetPort
434 timeoutSeconds
435 clientIP:434
436 allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy
  healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP
  loadBalancerSourceRanges ports:433 publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig:435
  trafficDistribution type
437 error port protocol
438 hostname ip ipMode ports:437
439 ingress:438
440 conditions:249 loadBalancer:439
441 apiVersion kind metadata:2 spec:436 status:440
442 apiVersion automountServiceAccountToken imagePullSecrets:49 kind metadata:2 secrets:233
`;

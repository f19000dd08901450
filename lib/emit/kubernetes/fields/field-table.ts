// Made by `node scripts/field-table.mjs` from the types of kubernetes-models; do not edit.

/** A number for each kind, then the names of the fields by number; a name may lead to the fields of its own. */
export const FIELD_TABLE = `
apps/v1/Deployment 105
apps/v1/StatefulSet 117
argoproj.io/v1alpha1/AnalysisTemplate 157
argoproj.io/v1alpha1/Rollout 213
autoscaling.k8s.io/v1/VerticalPodAutoscaler 223
autoscaling/v2/HorizontalPodAutoscaler 242
grafana.integreatly.org/v1beta1/GrafanaDashboard 254
keda.sh/v1alpha1/ScaledObject 266
keda.sh/v1alpha1/TriggerAuthentication 289
monitoring.coreos.com/v1/PodMonitor 301
monitoring.coreos.com/v1/PrometheusRule 305
monitoring.coreos.com/v1/ServiceMonitor 309
networking.istio.io/v1/DestinationRule 337
networking.istio.io/v1/Gateway 343
networking.istio.io/v1/ServiceEntry 347
networking.istio.io/v1/Sidecar 353
networking.istio.io/v1/VirtualService 378
networking.k8s.io/v1/NetworkPolicy 385
opentelemetry.io/v1alpha1/Instrumentation 399
policy/v1/PodDisruptionBudget 402
rbac.authorization.k8s.io/v1/ClusterRoleBinding 403
rbac.authorization.k8s.io/v1/RoleBinding 403
security.istio.io/v1/AuthorizationPolicy 412
security.istio.io/v1/PeerAuthentication 415
serving.knative.dev/v1/Service 423
telemetry.istio.io/v1/Telemetry 431
v1/ConfigMap 432
v1/Namespace 435
v1/Service 444
v1/ServiceAccount 446
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
106 start
107 whenDeleted whenScaled
108 maxUnavailable partition
109 rollingUpdate:108 type
110 lastProbeTime lastTransitionTime message reason status type
111 status targetVolumeAttributesClassName
112 accessModes allocatedResourceStatuses allocatedResources capacity conditions:110 currentVolumeAttributesClassName
  modifyVolumeStatus:111 phase
113 apiVersion kind metadata:2 spec:70 status:112
114 minReadySeconds ordinals:106 persistentVolumeClaimRetentionPolicy:107 podManagementPolicy replicas
  revisionHistoryLimit selector:4 serviceName template:101 updateStrategy:109 volumeClaimTemplates:113
115 lastTransitionTime message reason status type
116 availableReplicas collisionCount conditions:115 currentReplicas currentRevision observedGeneration readyReplicas
  replicas updateRevision updatedReplicas
117 apiVersion kind metadata:2 spec:114 status:116
118 fieldPath
119 key name
120 fieldRef:118 secretKeyRef:119
121 name value valueFrom:120
122 metricName
123 limit metricName
124 dimensions:24 metricName namespace
125 metric:124 period stat unit
126 expression id label metricStat:125 period returnData
127 interval metricDataQueries:126
128 name namespaced
129 aggregator apiVersion formula interval queries query secretRef:128
130 address query
131 profile query
132 containerName operator values
133 status type
134 action onExitCodes:132 onPodConditions:133
135 rules:134
136 succeededCount succeededIndexes
137 rules:136
138 activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy manualSelector
  maxFailedIndexes parallelism podFailurePolicy:135 podReplacementPolicy selector:4 successPolicy:137 suspend
  template:101 ttlSecondsAfterFinished
139 metadata:2 spec:138
140 end region scope start step
141 controlScope:140 experimentScope:140 name
142 marginal pass
143 address application canaryConfigName configurationAccountName lookback metricsAccountName scopes:141
  storageAccountName threshold:142
144 profile query timeout
145 clientId clientSecret scopes tokenUrl
146 profile region roleArn
147 oauth2:145 sigv4:146
148 key value
149 end start step
150 address authentication:147 headers:148 insecure query rangeQuery:149 timeout
151 address interval query
152 authentication:147 body headers:148 insecure jsonBody jsonPath method timeoutSeconds url
153 cloudWatch:127 datadog:129 graphite:130 influxdb:131 job:139 kayenta:143 newRelic:144 plugin prometheus:150
  skywalking:151 wavefront:130 web:152
154 consecutiveErrorLimit consecutiveSuccessLimit count failureCondition failureLimit inconclusiveLimit initialDelay
  interval name provider:153 successCondition
155 clusterScope templateName
156 args:121 dryRun:122 measurementRetention:123 metrics:154 templates:155
157 apiVersion kind metadata:2 spec:156
158 successfulRunHistoryLimit unsuccessfulRunHistoryLimit
159 revisions
160 annotations labels
161 weight
162 preferredDuringSchedulingIgnoredDuringExecution:161 requiredDuringSchedulingIgnoredDuringExecution
163 fieldRef:118 podTemplateHashValue
164 name value valueFrom:163
165 analysisRunMetadata:160 args:164 dryRun:122 measurementRetention:123 templates:155
166 abortScaleDownDelaySeconds activeMetadata:160 activeService antiAffinity:162 autoPromotionEnabled
  autoPromotionSeconds maxUnavailable postPromotionAnalysis:165 prePromotionAnalysis:165 previewMetadata:160
  previewReplicaCount previewService scaleDownDelayRevisionLimit scaleDownDelaySeconds
167 analysisRunMetadata:160 args:164 dryRun:122 measurementRetention:123 startingStep templates:155
168 pingService pongService
169 type value
170 args:164 clusterScope name requiredForCompletion templateName
171 metadata:160 name replicas selector:4 service:49 specRef weight
172 analyses:170 analysisRunMetadata:160 dryRun:122 duration scaleDownDelaySeconds templates:171
173 duration
174 config name
175 matchTrafficWeight replicas weight
176 exact prefix regex
177 headerName headerValue:176
178 match:177 name
179 headers method:176 path:176
180 match:179 name percentage
181 analysis:165 experiment:172 pause:173 plugin:174 setCanaryScale:175 setHeaderRoute:178 setMirrorRoute:180
  setWeight
182 durationSeconds enabled
183 annotationPrefix ingress ingresses rootService servicePort stickinessConfig:182
184 mappings
185 name rules
186 route:185
187 canaryVirtualNodeRef:49 stableVirtualNodeRef:49
188 name routes
189 virtualNodeGroup:187 virtualService:188
190 additionalSubsetNames canarySubsetName name stableSubsetName
191 port
192 port sniHosts
193 name routes tcpRoutes:191 tlsRoutes:192
194 destinationRule:190 virtualService:193 virtualServices:193
195 additionalIngressAnnotations annotationPrefix canaryIngressAnnotations stableIngress stableIngresses
196 rootService trafficSplitName
197 weightedTraefikServiceName
198 alb:183 ambassador:184 apisix:186 appMesh:189 istio:194 managedRoutes:49 maxTrafficWeight nginx:195 plugins
  smi:196 traefik:197
199 abortScaleDownDelaySeconds analysis:167 antiAffinity:162 canaryMetadata:160 canaryService dynamicStableScale
  maxSurge maxUnavailable minPodsPerReplicaSet pingPong:168 replicaProgressThreshold:169 scaleDownDelayRevisionLimit
  scaleDownDelaySeconds stableMetadata:160 stableService steps:181 trafficRouting:198
200 blueGreen:166 canary:199
201 apiVersion kind name scaleDown
202 analysis:158 minReadySeconds paused progressDeadlineAbort progressDeadlineSeconds replicas restartAt
  revisionHistoryLimit rollbackWindow:159 selector:4 strategy:200 template:101 workloadRef:201
203 arn fullName name
204 canaryTargetGroup:203 ingress loadBalancer:203 stableTargetGroup:203
205 message name status
206 activeSelector postPromotionAnalysisRunStatus:205 prePromotionAnalysisRunStatus:205 previewSelector
  scaleUpPreviewCheckPoint
207 backoff disabled executions finishedAt index message name operation phase startedAt status updatedAt
208 podTemplateHash serviceName weight
209 additional:208 canary:208 stable:208 verified
210 currentBackgroundAnalysisRunStatus:205 currentExperiment currentStepAnalysisRunStatus:205 stablePingPong
  stepPluginStatuses:207 weights:209
211 reason startTime
212 HPAReplicas abort abortedAt alb:204 albs:204 availableReplicas blueGreen:206 canary:210 collisionCount
  conditions:103 controllerPause currentPodHash currentStepHash currentStepIndex message observedGeneration
  pauseConditions:211 phase promoteFull readyReplicas replicas restartedAt selector stableRS updatedReplicas
  workloadObservedGeneration
213 apiVersion kind metadata:2 spec:202 status:212
214 containerName controlledResources controlledValues maxAllowed minAllowed mode oomBumpUpRatio oomMinBumpUp
215 containerPolicies:214
216 apiVersion kind name
217 changeRequirement resources
218 evictionRequirements:217 minReplicas updateMode
219 recommenders:49 resourcePolicy:215 targetRef:216 updatePolicy:218
220 containerName lowerBound target uncappedTarget upperBound
221 containerRecommendations:220
222 conditions:115 recommendation:221
223 apiVersion kind metadata:2 spec:219 status:222
224 periodSeconds type value
225 policies:224 selectPolicy stabilizationWindowSeconds tolerance
226 scaleDown:225 scaleUp:225
227 averageUtilization averageValue type value
228 container name target:227
229 name selector:4
230 metric:229 target:227
231 describedObject:216 metric:229 target:227
232 name target:227
233 containerResource:228 external:230 object:231 pods:230 resource:232 type
234 behavior:226 maxReplicas metrics:233 minReplicas scaleTargetRef:216
235 averageUtilization averageValue value
236 container current:235 name
237 current:235 metric:229
238 current:235 describedObject:216 metric:229
239 current:235 name
240 containerResource:236 external:237 object:238 pods:237 resource:239 type
241 conditions:115 currentMetrics:240 currentReplicas desiredReplicas lastScaleTime observedGeneration
242 apiVersion kind metadata:2 spec:234 status:241
243 datasourceName inputName
244 configMapKeyRef:15 secretKeyRef:15
245 name value valueFrom:244
246 id revision
247 fileName gzipJsonnetProject jPath
248 name version
249 password:15 username:15
250 basicAuth:249
251 allowCrossNamespaceImport configMapRef:15 contentCacheDuration datasources:243 envFrom:244 envs:245 folder
  folderRef folderUID grafanaCom:246 gzipJson instanceSelector:4 json jsonnet jsonnetLib:247 plugins:248 resyncPeriod
  suspend uid url urlAuthorization:250
252 lastTransitionTime message observedGeneration reason status type
253 NoMatchingInstances conditions:252 contentCache contentTimestamp contentUrl hash lastResync uid
254 apiVersion kind metadata:2 spec:251 status:253
255 behavior:226 name
256 activationTarget formula metricType target
257 horizontalPodAutoscalerConfig:255 restoreToOriginalReplicaCount scalingModifiers:256
258 behavior failureThreshold replicas
259 apiVersion envSourceContainerName kind name
260 kind name
261 authenticationRef:260 metadata metricType name type useCachedMetrics
262 advanced:257 cooldownPeriod fallback:258 idleReplicaCount initialCooldownPeriod maxReplicaCount minReplicaCount
  pollingInterval scaleTargetRef:259 triggers:261
263 message reason status type
264 group kind resource version
265 authenticationsTypes compositeScalerName conditions:263 externalMetricNames health hpaName lastActiveTime
  originalReplicaCount pausedReplicaCount resourceMetricNames scaleTargetGVKR:264 scaleTargetKind triggersActivity
  triggersTypes
266 apiVersion kind metadata:2 spec:262 status:265
267 secretKeyRef:119
268 valueFrom:267
269 accessKey:268 accessSecretKey:268 accessToken:268
270 identityAuthorityHost identityId identityOwner identityTenantId provider roleArn
271 name parameter secretKey versionId versionStage
272 credentials:269 podIdentity:270 region secrets:271
273 activeDirectoryEndpoint keyVaultResourceURL type
274 clientId clientSecret:268 tenantId
275 name parameter version
276 cloud:273 credentials:274 podIdentity:270 secrets:275 vaultUri
277 parameter serviceAccountName
278 key name parameter
279 containerName name parameter
280 clientSecret:268
281 id parameter version
282 credentials:280 podIdentity:270 secrets:281
283 serviceAccount serviceAccountName token
284 altNames commonName format ipSans otherSans ttl uriSans
285 key parameter path pkiData:284 type
286 address authentication credential:283 mount namespace role secrets:285
287 awsSecretManager:272 azureKeyVault:276 boundServiceAccountToken:277 configMapTargetRef:278 env:279 filePath
  gcpSecretManager:282 hashiCorpVault:286 podIdentity:270 secretTargetRef:278
288 scaledjobs scaledobjects
289 apiVersion kind metadata:2 spec:287 status:288
290 node
291 any matchNames
292 credentials:15 type
293 action modulus regex replacement separator sourceLabels targetLabel
294 configMap:15 secret:15
295 ca:294 cert:294 insecureSkipVerify keySecret:15 maxVersion minVersion serverName
296 clientId:294 clientSecret:15 endpointParams noProxy proxyConnectHeader proxyFromEnvironment proxyUrl scopes
  tlsConfig:295 tokenUrl
297 authorization:292 basicAuth:249 bearerTokenSecret:15 enableHttp2 filterRunning followRedirects honorLabels
  honorTimestamps interval metricRelabelings:293 noProxy oauth2:296 params path port portNumber proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:293 scheme scrapeTimeout targetPort tlsConfig:295 trackTimestampsStaleness
298 attachMetadata:290 bodySizeLimit convertClassicHistogramsToNHCB fallbackScrapeProtocol jobLabel keepDroppedTargets
  labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:291 nativeHistogramBucketLimit
  nativeHistogramMinBucketFactor podMetricsEndpoints:297 podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism targetLimit
299 conditions:252 group name namespace resource
300 bindings:299
301 apiVersion kind metadata:2 spec:298 status:300
302 alert annotations expr for keep_firing_for labels record
303 interval labels limit name partial_response_strategy query_offset rules:302
304 groups:303
305 apiVersion kind metadata:2 spec:304 status:300
306 ca:294 caFile cert:294 certFile insecureSkipVerify keyFile keySecret:15 maxVersion minVersion serverName
307 authorization:292 basicAuth:249 bearerTokenFile bearerTokenSecret:15 enableHttp2 filterRunning followRedirects
  honorLabels honorTimestamps interval metricRelabelings:293 noProxy oauth2:296 params path port proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:293 scheme scrapeTimeout targetPort tlsConfig:306 trackTimestampsStaleness
308 attachMetadata:290 bodySizeLimit convertClassicHistogramsToNHCB endpoints:307 fallbackScrapeProtocol jobLabel
  keepDroppedTargets labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:291
  nativeHistogramBucketLimit nativeHistogramMinBucketFactor podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism serviceDiscoveryRole
  targetLabels targetLimit
309 apiVersion kind metadata:2 spec:308 status:300
310 h2UpgradePolicy http1MaxPendingRequests http2MaxRequests idleTimeout maxConcurrentStreams maxRequestsPerConnection
  maxRetries useClientProtocol
311 interval probes time
312 connectTimeout idleTimeout maxConnectionDuration maxConnections tcpKeepalive:311
313 http:310 tcp:312
314 attributes:24 name path ttl
315 tableSize
316 minimumRingSize
317 httpCookie:314 httpHeaderName httpQueryParameterName maglev:315 minimumRingSize ringHash:316 useSourceIp
318 from to
319 distribute:318 enabled failover:318 failoverPriority
320 aggression duration minimumPercent
321 consistentHash:317 localityLbSetting:319 simple warmup:320 warmupDurationSecs
322 baseEjectionTime consecutive5xxErrors consecutiveErrors consecutiveGatewayErrors consecutiveLocalOriginFailures
  interval maxEjectionPercent minHealthPercent splitExternalLocalOriginErrors
323 number
324 caCertificates caCrl clientCertificate credentialName insecureSkipVerify mode privateKey sni subjectAltNames
325 connectionPool:313 loadBalancer:321 outlierDetection:322 port:323 tls:324
326 version
327 minRetryConcurrency percent
328 protocol targetHost targetPort
329 connectionPool:313 loadBalancer:321 outlierDetection:322 portLevelSettings:325 proxyProtocol:326 retryBudget:327
  tls:324 tunnel:328
330 labels name trafficPolicy:329
331 matchLabels
332 exportTo host subsets:330 trafficPolicy:329 workloadSelector:331
333 lastProbeTime lastTransitionTime message observedGeneration reason status type
334 code name
335 documentationUrl level type:334
336 conditions:333 observedGeneration validationMessages:335
337 apiVersion kind metadata:2 spec:332 status:336
338 name number protocol targetPort
339 caCertificates privateKey serverCertificate
340 caCertCredentialName caCertificates caCrl cipherSuites credentialName credentialNames httpsRedirect
  maxProtocolVersion minProtocolVersion mode privateKey serverCertificate subjectAltNames tlsCertificates:339
  verifyCertificateHash verifyCertificateSpki
341 bind defaultEndpoint hosts name port:338 tls:340
342 selector servers:341
343 apiVersion kind metadata:2 spec:342 status:336
344 address labels locality network ports serviceAccount weight
345 labels
346 addresses endpoints:344 exportTo hosts location ports:338 resolution subjectAltNames workloadSelector:345
347 apiVersion kind metadata:2 spec:346 status:336
348 bind captureMode hosts port:338
349 bind captureMode connectionPool:313 defaultEndpoint port:338 tls:340
350 host port:323 subset
351 egressProxy:350 mode
352 egress:348 inboundConnectionPool:313 ingress:349 outboundTrafficPolicy:351 workloadSelector:345
353 apiVersion kind metadata:2 spec:352 status:336
354 allowCredentials allowHeaders allowMethods allowOrigin allowOrigins:176 exposeHeaders maxAge unmatchedPreflights
355 name namespace
356 bytes string
357 body:356 status
358 value
359 grpcStatus http2Error httpStatus percentage:358
360 exponentialDelay fixedDelay percent percentage:358
361 abort:359 delay:360
362 add remove set
363 request:362 response:362
364 authority:176 gateways headers ignoreUriCase method:176 name port queryParams scheme:176 sourceLabels
  sourceNamespace statPrefix uri:176 withoutHeaders
365 destination:350 percentage:358
366 authority derivePort port redirectCode scheme uri
367 attempts backoff perTryTimeout retryIgnorePreviousHosts retryOn retryRemoteLocalities
368 match rewrite
369 authority uri uriRegexRewrite:368
370 destination:350 headers:363 weight
371 corsPolicy:354 delegate:355 directResponse:357 fault:361 headers:363 match:364 mirror:350 mirrorPercent
  mirrorPercentage:358 mirror_percent mirrors:365 name redirect:366 retries:367 rewrite:369 route:370 timeout
372 destinationSubnets gateways port sourceLabels sourceNamespace sourceSubnet
373 destination:350 weight
374 match:372 route:373
375 destinationSubnets gateways port sniHosts sourceLabels sourceNamespace
376 match:375 route:373
377 exportTo gateways hosts http:371 tcp:374 tls:376
378 apiVersion kind metadata:2 spec:377 status:336
379 endPort port protocol
380 cidr except
381 ipBlock:380 namespaceSelector:4 podSelector:4
382 ports:379 to:381
383 from:381 ports:379
384 egress:382 ingress:383 podSelector:4 policyTypes
385 apiVersion kind metadata:2 spec:384
386 attrs:20 configPath env:20 image resourceRequirements:35 version volumeClaimTemplate:71 volumeLimitSize
387 useLabelsForResourceAttributes
388 env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
389 ca_file cert_file configMapName key_file secretName
390 endpoint tls:389
391 env:20 image resourceRequirements:35 securityContext:42 volumeClaimTemplate:71 volumeLimitSize
392 dir image
393 env:20 extensions:392 image resources:35 volumeClaimTemplate:71 volumeLimitSize
394 attrs:20 configFile env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
395 addK8sUIDAttributes resourceAttributes
396 argument type
397 apacheHttpd:386 defaults:387 dotnet:388 env:20 exporter:390 go:391 imagePullPolicy initContainerSecurityContext:42
  java:393 nginx:394 nodejs:388 propagators python:388 resource:395 sampler:396
398 upgradeBlockedVersions
399 apiVersion kind metadata:2 spec:397 status:398
400 maxUnavailable minAvailable selector:4 unhealthyPodEvictionPolicy
401 conditions:252 currentHealthy desiredHealthy disruptedPods disruptionsAllowed expectedPods observedGeneration
402 apiVersion kind metadata:2 spec:400 status:401
403 apiVersion kind metadata:2 roleRef:67 subjects:68
404 ipBlocks namespaces notIpBlocks notNamespaces notPrincipals notRemoteIpBlocks notRequestPrincipals
  notServiceAccounts principals remoteIpBlocks requestPrincipals serviceAccounts
405 source:404
406 hosts methods notHosts notMethods notPaths notPorts paths ports
407 operation:406
408 key notValues values
409 from:405 to:407 when:408
410 group kind name namespace
411 action provider:49 rules:409 selector:331 targetRef:410 targetRefs:410
412 apiVersion kind metadata:2 spec:411 status:336
413 mode
414 mtls:413 portLevelMtls selector:331
415 apiVersion kind metadata:2 spec:414 status:336
416 activeDeadlineSeconds affinity:14 automountServiceAccountToken containerConcurrency containers:45 dnsConfig:46
  dnsPolicy enableServiceLinks ephemeralContainers:47 hostAliases:48 hostIPC hostNetwork hostPID hostUsers hostname
  hostnameOverride idleTimeoutSeconds imagePullSecrets:49 initContainers:45 nodeName nodeSelector os:49 overhead
  preemptionPolicy priority priorityClassName readinessGates:50 resourceClaims:51 resources:35
  responseStartTimeoutSeconds restartPolicy runtimeClassName schedulerName schedulingGates:49 schedulingGroup:52
  securityContext:53 serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
  terminationGracePeriodSeconds timeoutSeconds tolerations:54 topologySpreadConstraints:55 volumes:99
417 metadata:2 spec:416
418 configurationName latestRevision percent revisionName tag url
419 template:417 traffic:418
420 CACerts audience name url
421 lastTransitionTime message reason severity status type
422 address:420 annotations conditions:421 latestCreatedRevisionName latestReadyRevisionName observedGeneration
  traffic:418 url
423 apiVersion kind metadata:2 spec:419 status:422
424 expression
425 disabled filter:424 match:413 providers:49
426 customMetric metric mode
427 disabled match:426 tagOverrides
428 overrides:427 providers:49 reportingInterval
429 customTags disableSpanReporting enableIstioTags match:413 providers:49 randomSamplingPercentage
  useRequestIdForTraceSampling
430 accessLogging:425 metrics:428 selector:331 targetRef:410 targetRefs:410 tracing:429
431 apiVersion kind metadata:2 spec:430 status:336
432 apiVersion binaryData data immutable kind metadata:2
433 finalizers
434 conditions:115 phase
435 apiVersion kind metadata:2 spec:433 status:434
436 appProtocol name nodePort port protocol targetPort
437 timeoutSeconds
438 clientIP:437
439 allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy
  healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP
  loadBalancerSourceRanges ports:436 publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig:438
  trafficDistribution type
440 error port protocol
441 hostname ip ipMode ports:440
442 ingress:441
443 conditions:252 loadBalancer:442
444 apiVersion kind metadata:2 spec:439 status:443
445 apiVersion fieldPath kind name namespace resourceVersion uid
446 apiVersion automountServiceAccountToken imagePullSecrets:49 kind metadata:2 secrets:445
`;

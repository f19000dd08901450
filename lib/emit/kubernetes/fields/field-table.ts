// Made by `node scripts/field-table.mjs` from the types of kubernetes-models; do not edit.

/** A number for each kind, then the names of the fields by number; a name may lead to the fields of its own. */
export const FIELD_TABLE = `
apps/v1/Deployment 105
apps/v1/StatefulSet 117
argoproj.io/v1alpha1/AnalysisTemplate 157
argoproj.io/v1alpha1/Rollout 213
autoscaling.k8s.io/v1/VerticalPodAutoscaler 223
autoscaling/v2/HorizontalPodAutoscaler 242
batch/v1/CronJob 246
batch/v1/Job 249
grafana.integreatly.org/v1beta1/GrafanaDashboard 261
keda.sh/v1alpha1/ScaledObject 273
keda.sh/v1alpha1/TriggerAuthentication 296
monitoring.coreos.com/v1/PodMonitor 308
monitoring.coreos.com/v1/PrometheusRule 312
monitoring.coreos.com/v1/ServiceMonitor 316
networking.istio.io/v1/DestinationRule 344
networking.istio.io/v1/Gateway 350
networking.istio.io/v1/ServiceEntry 354
networking.istio.io/v1/Sidecar 360
networking.istio.io/v1/VirtualService 385
networking.k8s.io/v1/NetworkPolicy 392
opentelemetry.io/v1alpha1/Instrumentation 406
policy/v1/PodDisruptionBudget 409
rbac.authorization.k8s.io/v1/ClusterRoleBinding 410
rbac.authorization.k8s.io/v1/RoleBinding 410
security.istio.io/v1/AuthorizationPolicy 419
security.istio.io/v1/PeerAuthentication 422
serving.knative.dev/v1/Service 430
telemetry.istio.io/v1/Telemetry 438
v1/ConfigMap 439
v1/Namespace 442
v1/Service 451
v1/ServiceAccount 452
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
243 concurrencyPolicy failedJobsHistoryLimit jobTemplate:139 schedule startingDeadlineSeconds
  successfulJobsHistoryLimit suspend timeZone
244 apiVersion fieldPath kind name namespace resourceVersion uid
245 active:244 lastScheduleTime lastSuccessfulTime
246 apiVersion kind metadata:2 spec:243 status:245
247 failed succeeded
248 active completedIndexes completionTime conditions:110 failed failedIndexes ready startTime succeeded terminating
  uncountedTerminatedPods:247
249 apiVersion kind metadata:2 spec:138 status:248
250 datasourceName inputName
251 configMapKeyRef:15 secretKeyRef:15
252 name value valueFrom:251
253 id revision
254 fileName gzipJsonnetProject jPath
255 name version
256 password:15 username:15
257 basicAuth:256
258 allowCrossNamespaceImport configMapRef:15 contentCacheDuration datasources:250 envFrom:251 envs:252 folder
  folderRef folderUID grafanaCom:253 gzipJson instanceSelector:4 json jsonnet jsonnetLib:254 plugins:255 resyncPeriod
  suspend uid url urlAuthorization:257
259 lastTransitionTime message observedGeneration reason status type
260 NoMatchingInstances conditions:259 contentCache contentTimestamp contentUrl hash lastResync uid
261 apiVersion kind metadata:2 spec:258 status:260
262 behavior:226 name
263 activationTarget formula metricType target
264 horizontalPodAutoscalerConfig:262 restoreToOriginalReplicaCount scalingModifiers:263
265 behavior failureThreshold replicas
266 apiVersion envSourceContainerName kind name
267 kind name
268 authenticationRef:267 metadata metricType name type useCachedMetrics
269 advanced:264 cooldownPeriod fallback:265 idleReplicaCount initialCooldownPeriod maxReplicaCount minReplicaCount
  pollingInterval scaleTargetRef:266 triggers:268
270 message reason status type
271 group kind resource version
272 authenticationsTypes compositeScalerName conditions:270 externalMetricNames health hpaName lastActiveTime
  originalReplicaCount pausedReplicaCount resourceMetricNames scaleTargetGVKR:271 scaleTargetKind triggersActivity
  triggersTypes
273 apiVersion kind metadata:2 spec:269 status:272
274 secretKeyRef:119
275 valueFrom:274
276 accessKey:275 accessSecretKey:275 accessToken:275
277 identityAuthorityHost identityId identityOwner identityTenantId provider roleArn
278 name parameter secretKey versionId versionStage
279 credentials:276 podIdentity:277 region secrets:278
280 activeDirectoryEndpoint keyVaultResourceURL type
281 clientId clientSecret:275 tenantId
282 name parameter version
283 cloud:280 credentials:281 podIdentity:277 secrets:282 vaultUri
284 parameter serviceAccountName
285 key name parameter
286 containerName name parameter
287 clientSecret:275
288 id parameter version
289 credentials:287 podIdentity:277 secrets:288
290 serviceAccount serviceAccountName token
291 altNames commonName format ipSans otherSans ttl uriSans
292 key parameter path pkiData:291 type
293 address authentication credential:290 mount namespace role secrets:292
294 awsSecretManager:279 azureKeyVault:283 boundServiceAccountToken:284 configMapTargetRef:285 env:286 filePath
  gcpSecretManager:289 hashiCorpVault:293 podIdentity:277 secretTargetRef:285
295 scaledjobs scaledobjects
296 apiVersion kind metadata:2 spec:294 status:295
297 node
298 any matchNames
299 credentials:15 type
300 action modulus regex replacement separator sourceLabels targetLabel
301 configMap:15 secret:15
302 ca:301 cert:301 insecureSkipVerify keySecret:15 maxVersion minVersion serverName
303 clientId:301 clientSecret:15 endpointParams noProxy proxyConnectHeader proxyFromEnvironment proxyUrl scopes
  tlsConfig:302 tokenUrl
304 authorization:299 basicAuth:256 bearerTokenSecret:15 enableHttp2 filterRunning followRedirects honorLabels
  honorTimestamps interval metricRelabelings:300 noProxy oauth2:303 params path port portNumber proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:300 scheme scrapeTimeout targetPort tlsConfig:302 trackTimestampsStaleness
305 attachMetadata:297 bodySizeLimit convertClassicHistogramsToNHCB fallbackScrapeProtocol jobLabel keepDroppedTargets
  labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:298 nativeHistogramBucketLimit
  nativeHistogramMinBucketFactor podMetricsEndpoints:304 podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism targetLimit
306 conditions:259 group name namespace resource
307 bindings:306
308 apiVersion kind metadata:2 spec:305 status:307
309 alert annotations expr for keep_firing_for labels record
310 interval labels limit name partial_response_strategy query_offset rules:309
311 groups:310
312 apiVersion kind metadata:2 spec:311 status:307
313 ca:301 caFile cert:301 certFile insecureSkipVerify keyFile keySecret:15 maxVersion minVersion serverName
314 authorization:299 basicAuth:256 bearerTokenFile bearerTokenSecret:15 enableHttp2 filterRunning followRedirects
  honorLabels honorTimestamps interval metricRelabelings:300 noProxy oauth2:303 params path port proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:300 scheme scrapeTimeout targetPort tlsConfig:313 trackTimestampsStaleness
315 attachMetadata:297 bodySizeLimit convertClassicHistogramsToNHCB endpoints:314 fallbackScrapeProtocol jobLabel
  keepDroppedTargets labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:298
  nativeHistogramBucketLimit nativeHistogramMinBucketFactor podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism serviceDiscoveryRole
  targetLabels targetLimit
316 apiVersion kind metadata:2 spec:315 status:307
317 h2UpgradePolicy http1MaxPendingRequests http2MaxRequests idleTimeout maxConcurrentStreams maxRequestsPerConnection
  maxRetries useClientProtocol
318 interval probes time
319 connectTimeout idleTimeout maxConnectionDuration maxConnections tcpKeepalive:318
320 http:317 tcp:319
321 attributes:24 name path ttl
322 tableSize
323 minimumRingSize
324 httpCookie:321 httpHeaderName httpQueryParameterName maglev:322 minimumRingSize ringHash:323 useSourceIp
325 from to
326 distribute:325 enabled failover:325 failoverPriority
327 aggression duration minimumPercent
328 consistentHash:324 localityLbSetting:326 simple warmup:327 warmupDurationSecs
329 baseEjectionTime consecutive5xxErrors consecutiveErrors consecutiveGatewayErrors consecutiveLocalOriginFailures
  interval maxEjectionPercent minHealthPercent splitExternalLocalOriginErrors
330 number
331 caCertificates caCrl clientCertificate credentialName insecureSkipVerify mode privateKey sni subjectAltNames
332 connectionPool:320 loadBalancer:328 outlierDetection:329 port:330 tls:331
333 version
334 minRetryConcurrency percent
335 protocol targetHost targetPort
336 connectionPool:320 loadBalancer:328 outlierDetection:329 portLevelSettings:332 proxyProtocol:333 retryBudget:334
  tls:331 tunnel:335
337 labels name trafficPolicy:336
338 matchLabels
339 exportTo host subsets:337 trafficPolicy:336 workloadSelector:338
340 lastProbeTime lastTransitionTime message observedGeneration reason status type
341 code name
342 documentationUrl level type:341
343 conditions:340 observedGeneration validationMessages:342
344 apiVersion kind metadata:2 spec:339 status:343
345 name number protocol targetPort
346 caCertificates privateKey serverCertificate
347 caCertCredentialName caCertificates caCrl cipherSuites credentialName credentialNames httpsRedirect
  maxProtocolVersion minProtocolVersion mode privateKey serverCertificate subjectAltNames tlsCertificates:346
  verifyCertificateHash verifyCertificateSpki
348 bind defaultEndpoint hosts name port:345 tls:347
349 selector servers:348
350 apiVersion kind metadata:2 spec:349 status:343
351 address labels locality network ports serviceAccount weight
352 labels
353 addresses endpoints:351 exportTo hosts location ports:345 resolution subjectAltNames workloadSelector:352
354 apiVersion kind metadata:2 spec:353 status:343
355 bind captureMode hosts port:345
356 bind captureMode connectionPool:320 defaultEndpoint port:345 tls:347
357 host port:330 subset
358 egressProxy:357 mode
359 egress:355 inboundConnectionPool:320 ingress:356 outboundTrafficPolicy:358 workloadSelector:352
360 apiVersion kind metadata:2 spec:359 status:343
361 allowCredentials allowHeaders allowMethods allowOrigin allowOrigins:176 exposeHeaders maxAge unmatchedPreflights
362 name namespace
363 bytes string
364 body:363 status
365 value
366 grpcStatus http2Error httpStatus percentage:365
367 exponentialDelay fixedDelay percent percentage:365
368 abort:366 delay:367
369 add remove set
370 request:369 response:369
371 authority:176 gateways headers ignoreUriCase method:176 name port queryParams scheme:176 sourceLabels
  sourceNamespace statPrefix uri:176 withoutHeaders
372 destination:357 percentage:365
373 authority derivePort port redirectCode scheme uri
374 attempts backoff perTryTimeout retryIgnorePreviousHosts retryOn retryRemoteLocalities
375 match rewrite
376 authority uri uriRegexRewrite:375
377 destination:357 headers:370 weight
378 corsPolicy:361 delegate:362 directResponse:364 fault:368 headers:370 match:371 mirror:357 mirrorPercent
  mirrorPercentage:365 mirror_percent mirrors:372 name redirect:373 retries:374 rewrite:376 route:377 timeout
379 destinationSubnets gateways port sourceLabels sourceNamespace sourceSubnet
380 destination:357 weight
381 match:379 route:380
382 destinationSubnets gateways port sniHosts sourceLabels sourceNamespace
383 match:382 route:380
384 exportTo gateways hosts http:378 tcp:381 tls:383
385 apiVersion kind metadata:2 spec:384 status:343
386 endPort port protocol
387 cidr except
388 ipBlock:387 namespaceSelector:4 podSelector:4
389 ports:386 to:388
390 from:388 ports:386
391 egress:389 ingress:390 podSelector:4 policyTypes
392 apiVersion kind metadata:2 spec:391
393 attrs:20 configPath env:20 image resourceRequirements:35 version volumeClaimTemplate:71 volumeLimitSize
394 useLabelsForResourceAttributes
395 env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
396 ca_file cert_file configMapName key_file secretName
397 endpoint tls:396
398 env:20 image resourceRequirements:35 securityContext:42 volumeClaimTemplate:71 volumeLimitSize
399 dir image
400 env:20 extensions:399 image resources:35 volumeClaimTemplate:71 volumeLimitSize
401 attrs:20 configFile env:20 image resourceRequirements:35 volumeClaimTemplate:71 volumeLimitSize
402 addK8sUIDAttributes resourceAttributes
403 argument type
404 apacheHttpd:393 defaults:394 dotnet:395 env:20 exporter:397 go:398 imagePullPolicy initContainerSecurityContext:42
  java:400 nginx:401 nodejs:395 propagators python:395 resource:402 sampler:403
405 upgradeBlockedVersions
406 apiVersion kind metadata:2 spec:404 status:405
407 maxUnavailable minAvailable selector:4 unhealthyPodEvictionPolicy
408 conditions:259 currentHealthy desiredHealthy disruptedPods disruptionsAllowed expectedPods observedGeneration
409 apiVersion kind metadata:2 spec:407 status:408
410 apiVersion kind metadata:2 roleRef:67 subjects:68
411 ipBlocks namespaces notIpBlocks notNamespaces notPrincipals notRemoteIpBlocks notRequestPrincipals
  notServiceAccounts principals remoteIpBlocks requestPrincipals serviceAccounts
412 source:411
413 hosts methods notHosts notMethods notPaths notPorts paths ports
414 operation:413
415 key notValues values
416 from:412 to:414 when:415
417 group kind name namespace
418 action provider:49 rules:416 selector:338 targetRef:417 targetRefs:417
419 apiVersion kind metadata:2 spec:418 status:343
420 mode
421 mtls:420 portLevelMtls selector:338
422 apiVersion kind metadata:2 spec:421 status:343
423 activeDeadlineSeconds affinity:14 automountServiceAccountToken containerConcurrency containers:45 dnsConfig:46
  dnsPolicy enableServiceLinks ephemeralContainers:47 hostAliases:48 hostIPC hostNetwork hostPID hostUsers hostname
  hostnameOverride idleTimeoutSeconds imagePullSecrets:49 initContainers:45 nodeName nodeSelector os:49 overhead
  preemptionPolicy priority priorityClassName readinessGates:50 resourceClaims:51 resources:35
  responseStartTimeoutSeconds restartPolicy runtimeClassName schedulerName schedulingGates:49 schedulingGroup:52
  securityContext:53 serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
  terminationGracePeriodSeconds timeoutSeconds tolerations:54 topologySpreadConstraints:55 volumes:99
424 metadata:2 spec:423
425 configurationName latestRevision percent revisionName tag url
426 template:424 traffic:425
427 CACerts audience name url
428 lastTransitionTime message reason severity status type
429 address:427 annotations conditions:428 latestCreatedRevisionName latestReadyRevisionName observedGeneration
  traffic:425 url
430 apiVersion kind metadata:2 spec:426 status:429
431 expression
432 disabled filter:431 match:420 providers:49
433 customMetric metric mode
434 disabled match:433 tagOverrides
435 overrides:434 providers:49 reportingInterval
436 customTags disableSpanReporting enableIstioTags match:420 providers:49 randomSamplingPercentage
  useRequestIdForTraceSampling
437 accessLogging:432 metrics:435 selector:338 targetRef:417 targetRefs:417 tracing:436
438 apiVersion kind metadata:2 spec:437 status:343
439 apiVersion binaryData data immutable kind metadata:2
440 finalizers
441 conditions:115 phase
442 apiVersion kind metadata:2 spec:440 status:441
443 appProtocol name nodePort port protocol targetPort
444 timeoutSeconds
445 clientIP:444
446 allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy
  healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP
  loadBalancerSourceRanges ports:443 publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig:445
  trafficDistribution type
447 error port protocol
448 hostname ip ipMode ports:447
449 ingress:448
450 conditions:259 loadBalancer:449
451 apiVersion kind metadata:2 spec:446 status:450
452 apiVersion automountServiceAccountToken imagePullSecrets:49 kind metadata:2 secrets:244
`;

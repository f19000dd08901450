// Made by `node scripts/field-table.mjs` from the types of kubernetes-models; do not edit.

/** A number for each kind, then the names of the fields by number; a name may lead to the fields of its own. */
export const FIELD_TABLE = `
apps/v1/DaemonSet 105
apps/v1/Deployment 109
apps/v1/StatefulSet 120
argoproj.io/v1alpha1/AnalysisTemplate 160
argoproj.io/v1alpha1/Rollout 216
autoscaling.k8s.io/v1/VerticalPodAutoscaler 226
autoscaling/v2/HorizontalPodAutoscaler 245
batch/v1/CronJob 249
batch/v1/Job 252
grafana.integreatly.org/v1beta1/GrafanaDashboard 264
keda.sh/v1alpha1/ScaledObject 276
keda.sh/v1alpha1/TriggerAuthentication 299
monitoring.coreos.com/v1/PodMonitor 311
monitoring.coreos.com/v1/PrometheusRule 315
monitoring.coreos.com/v1/ServiceMonitor 319
networking.istio.io/v1/DestinationRule 347
networking.istio.io/v1/Gateway 353
networking.istio.io/v1/ServiceEntry 357
networking.istio.io/v1/Sidecar 363
networking.istio.io/v1/VirtualService 388
networking.k8s.io/v1/NetworkPolicy 395
opentelemetry.io/v1alpha1/Instrumentation 409
policy/v1/PodDisruptionBudget 412
rbac.authorization.k8s.io/v1/ClusterRoleBinding 413
rbac.authorization.k8s.io/v1/RoleBinding 413
security.istio.io/v1/AuthorizationPolicy 422
security.istio.io/v1/PeerAuthentication 425
serving.knative.dev/v1/Service 433
telemetry.istio.io/v1/Telemetry 441
v1/ConfigMap 442
v1/Namespace 445
v1/Service 454
v1/ServiceAccount 455
0 apiVersion fieldsType fieldsV1 manager operation subresource time
1 apiVersion blockOwnerDeletion controller kind name uid
2 annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation labels
  managedFields:0 name namespace ownerReferences:1 resourceVersion selfLink uid
3 key operator values
4 matchExpressions:3 matchLabels
5 matchExpressions:3 matchFields:3
6 preference:5 weight
7 nodeSelectorTerms:5
8 preferredDuringSchedulingIgnoredDuringExecution:6 requiredDuringSchedulingIgnoredDuringExecution:7
9 labelSelector:4 matchLabelKeys mismatchLabelKeys namespaceSelector:4 namespaces topologyKey
10 podAffinityTerm:9 weight
11 preferredDuringSchedulingIgnoredDuringExecution:10 requiredDuringSchedulingIgnoredDuringExecution:9
12 nodeAffinity:8 podAffinity:11 podAntiAffinity:11
13 key name optional
14 apiVersion fieldPath
15 key optional path volumeName
16 containerName divisor resource
17 configMapKeyRef:13 fieldRef:14 fileKeyRef:15 resourceFieldRef:16 secretKeyRef:13
18 name value valueFrom:17
19 name optional
20 configMapRef:19 prefix secretRef:19
21 command
22 name value
23 host httpHeaders:22 path port scheme
24 seconds
25 host port
26 exec:21 httpGet:23 sleep:24 tcpSocket:25
27 postStart:26 preStop:26 stopSignal
28 port service
29 exec:21 failureThreshold grpc:28 httpGet:23 initialDelaySeconds periodSeconds successThreshold tcpSocket:25
  terminationGracePeriodSeconds timeoutSeconds
30 containerPort hostIP hostPort name protocol
31 resourceName restartPolicy
32 name request
33 claims:32 limits requests
34 operator values
35 action exitCodes:34
36 localhostProfile type
37 add drop
38 level role type user
39 gmsaCredentialSpec gmsaCredentialSpecName hostProcess runAsUserName
40 allowPrivilegeEscalation appArmorProfile:36 capabilities:37 privileged procMount readOnlyRootFilesystem runAsGroup
  runAsNonRoot runAsUser seLinuxOptions:38 seccompProfile:36 windowsOptions:39
41 devicePath name
42 mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr
43 args command env:18 envFrom:20 image imagePullPolicy lifecycle:27 livenessProbe:29 name ports:30 readinessProbe:29
  resizePolicy:31 resources:33 restartPolicy restartPolicyRules:35 securityContext:40 startupProbe:29 stdin stdinOnce
  terminationMessagePath terminationMessagePolicy tty volumeDevices:41 volumeMounts:42 workingDir
44 nameservers options:22 searches
45 args command env:18 envFrom:20 image imagePullPolicy lifecycle:27 livenessProbe:29 name ports:30 readinessProbe:29
  resizePolicy:31 resources:33 restartPolicy restartPolicyRules:35 securityContext:40 startupProbe:29 stdin stdinOnce
  targetContainerName terminationMessagePath terminationMessagePolicy tty volumeDevices:41 volumeMounts:42 workingDir
46 hostnames ip
47 name
48 conditionType
49 name resourceClaimName resourceClaimTemplateName
50 podGroupName
51 appArmorProfile:36 fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy
  seLinuxOptions:38 seccompProfile:36 supplementalGroups supplementalGroupsPolicy sysctls:22 windowsOptions:39
52 effect key operator tolerationSeconds value
53 labelSelector:4 matchLabelKeys maxSkew minDomains nodeAffinityPolicy nodeTaintsPolicy topologyKey whenUnsatisfiable
54 fsType partition readOnly volumeID
55 cachingMode diskName diskURI fsType kind readOnly
56 readOnly secretName shareName
57 monitors path readOnly secretFile secretRef:47 user
58 fsType readOnly secretRef:47 volumeID
59 key mode path
60 defaultMode items:59 name optional
61 driver fsType nodePublishSecretRef:47 readOnly volumeAttributes
62 fieldRef:14 mode path resourceFieldRef:16
63 defaultMode items:62
64 medium sizeLimit
65 apiGroup kind name
66 apiGroup kind name namespace
67 limits requests
68 accessModes dataSource:65 dataSourceRef:66 resources:67 selector:4 storageClassName volumeAttributesClassName
  volumeMode volumeName
69 metadata:2 spec:68
70 volumeClaimTemplate:69
71 fsType lun readOnly targetWWNs wwids
72 driver fsType options readOnly secretRef:47
73 datasetName datasetUUID
74 fsType partition pdName readOnly
75 directory repository revision
76 endpoints path readOnly
77 path type
78 pullPolicy reference
79 chapAuthDiscovery chapAuthSession fsType initiatorName iqn iscsiInterface lun portals readOnly secretRef:47
  targetPortal
80 path readOnly server
81 claimName readOnly
82 fsType pdID
83 fsType readOnly volumeID
84 labelSelector:4 name optional path signerName
85 items:59 name optional
86 items:62
87 certificateChainPath credentialBundlePath keyPath keyType maxExpirationSeconds signerName userAnnotations
88 audience expirationSeconds path
89 clusterTrustBundle:84 configMap:85 downwardAPI:86 podCertificate:87 secret:85 serviceAccountToken:88
90 defaultMode sources:89
91 group readOnly registry tenant user volume
92 fsType image keyring monitors pool readOnly secretRef:47 user
93 fsType gateway protectionDomain readOnly secretRef:47 sslEnabled storageMode storagePool system volumeName
94 defaultMode items:59 optional secretName
95 fsType readOnly secretRef:47 volumeName volumeNamespace
96 fsType storagePolicyID storagePolicyName volumePath
97 awsElasticBlockStore:54 azureDisk:55 azureFile:56 cephfs:57 cinder:58 configMap:60 csi:61 downwardAPI:63
  emptyDir:64 ephemeral:70 fc:71 flexVolume:72 flocker:73 gcePersistentDisk:74 gitRepo:75 glusterfs:76 hostPath:77
  image:78 iscsi:79 name nfs:80 persistentVolumeClaim:81 photonPersistentDisk:82 portworxVolume:83 projected:90
  quobyte:91 rbd:92 scaleIO:93 secret:94 storageos:95 vsphereVolume:96
98 activeDeadlineSeconds affinity:12 automountServiceAccountToken containers:43 dnsConfig:44 dnsPolicy
  enableServiceLinks ephemeralContainers:45 hostAliases:46 hostIPC hostNetwork hostPID hostUsers hostname
  hostnameOverride imagePullSecrets:47 initContainers:43 nodeName nodeSelector os:47 overhead preemptionPolicy
  priority priorityClassName readinessGates:48 resourceClaims:49 resources:33 restartPolicy runtimeClassName
  schedulerName schedulingGates:47 schedulingGroup:50 securityContext:51 serviceAccount serviceAccountName
  setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations:52
  topologySpreadConstraints:53 volumes:97
99 metadata:2 spec:98
100 maxSurge maxUnavailable
101 rollingUpdate:100 type
102 minReadySeconds revisionHistoryLimit selector:4 template:99 updateStrategy:101
103 lastTransitionTime message reason status type
104 collisionCount conditions:103 currentNumberScheduled desiredNumberScheduled numberAvailable numberMisscheduled
  numberReady numberUnavailable observedGeneration updatedNumberScheduled
105 apiVersion kind metadata:2 spec:102 status:104
106 minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector:4 strategy:101 template:99
107 lastTransitionTime lastUpdateTime message reason status type
108 availableReplicas collisionCount conditions:107 observedGeneration readyReplicas replicas terminatingReplicas
  unavailableReplicas updatedReplicas
109 apiVersion kind metadata:2 spec:106 status:108
110 start
111 whenDeleted whenScaled
112 maxUnavailable partition
113 rollingUpdate:112 type
114 lastProbeTime lastTransitionTime message reason status type
115 status targetVolumeAttributesClassName
116 accessModes allocatedResourceStatuses allocatedResources capacity conditions:114 currentVolumeAttributesClassName
  modifyVolumeStatus:115 phase
117 apiVersion kind metadata:2 spec:68 status:116
118 minReadySeconds ordinals:110 persistentVolumeClaimRetentionPolicy:111 podManagementPolicy replicas
  revisionHistoryLimit selector:4 serviceName template:99 updateStrategy:113 volumeClaimTemplates:117
119 availableReplicas collisionCount conditions:103 currentReplicas currentRevision observedGeneration readyReplicas
  replicas updateRevision updatedReplicas
120 apiVersion kind metadata:2 spec:118 status:119
121 fieldPath
122 key name
123 fieldRef:121 secretKeyRef:122
124 name value valueFrom:123
125 metricName
126 limit metricName
127 dimensions:22 metricName namespace
128 metric:127 period stat unit
129 expression id label metricStat:128 period returnData
130 interval metricDataQueries:129
131 name namespaced
132 aggregator apiVersion formula interval queries query secretRef:131
133 address query
134 profile query
135 containerName operator values
136 status type
137 action onExitCodes:135 onPodConditions:136
138 rules:137
139 succeededCount succeededIndexes
140 rules:139
141 activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy manualSelector
  maxFailedIndexes parallelism podFailurePolicy:138 podReplacementPolicy selector:4 successPolicy:140 suspend
  template:99 ttlSecondsAfterFinished
142 metadata:2 spec:141
143 end region scope start step
144 controlScope:143 experimentScope:143 name
145 marginal pass
146 address application canaryConfigName configurationAccountName lookback metricsAccountName scopes:144
  storageAccountName threshold:145
147 profile query timeout
148 clientId clientSecret scopes tokenUrl
149 profile region roleArn
150 oauth2:148 sigv4:149
151 key value
152 end start step
153 address authentication:150 headers:151 insecure query rangeQuery:152 timeout
154 address interval query
155 authentication:150 body headers:151 insecure jsonBody jsonPath method timeoutSeconds url
156 cloudWatch:130 datadog:132 graphite:133 influxdb:134 job:142 kayenta:146 newRelic:147 plugin prometheus:153
  skywalking:154 wavefront:133 web:155
157 consecutiveErrorLimit consecutiveSuccessLimit count failureCondition failureLimit inconclusiveLimit initialDelay
  interval name provider:156 successCondition
158 clusterScope templateName
159 args:124 dryRun:125 measurementRetention:126 metrics:157 templates:158
160 apiVersion kind metadata:2 spec:159
161 successfulRunHistoryLimit unsuccessfulRunHistoryLimit
162 revisions
163 annotations labels
164 weight
165 preferredDuringSchedulingIgnoredDuringExecution:164 requiredDuringSchedulingIgnoredDuringExecution
166 fieldRef:121 podTemplateHashValue
167 name value valueFrom:166
168 analysisRunMetadata:163 args:167 dryRun:125 measurementRetention:126 templates:158
169 abortScaleDownDelaySeconds activeMetadata:163 activeService antiAffinity:165 autoPromotionEnabled
  autoPromotionSeconds maxUnavailable postPromotionAnalysis:168 prePromotionAnalysis:168 previewMetadata:163
  previewReplicaCount previewService scaleDownDelayRevisionLimit scaleDownDelaySeconds
170 analysisRunMetadata:163 args:167 dryRun:125 measurementRetention:126 startingStep templates:158
171 pingService pongService
172 type value
173 args:167 clusterScope name requiredForCompletion templateName
174 metadata:163 name replicas selector:4 service:47 specRef weight
175 analyses:173 analysisRunMetadata:163 dryRun:125 duration scaleDownDelaySeconds templates:174
176 duration
177 config name
178 matchTrafficWeight replicas weight
179 exact prefix regex
180 headerName headerValue:179
181 match:180 name
182 headers method:179 path:179
183 match:182 name percentage
184 analysis:168 experiment:175 pause:176 plugin:177 setCanaryScale:178 setHeaderRoute:181 setMirrorRoute:183
  setWeight
185 durationSeconds enabled
186 annotationPrefix ingress ingresses rootService servicePort stickinessConfig:185
187 mappings
188 name rules
189 route:188
190 canaryVirtualNodeRef:47 stableVirtualNodeRef:47
191 name routes
192 virtualNodeGroup:190 virtualService:191
193 additionalSubsetNames canarySubsetName name stableSubsetName
194 port
195 port sniHosts
196 name routes tcpRoutes:194 tlsRoutes:195
197 destinationRule:193 virtualService:196 virtualServices:196
198 additionalIngressAnnotations annotationPrefix canaryIngressAnnotations stableIngress stableIngresses
199 rootService trafficSplitName
200 weightedTraefikServiceName
201 alb:186 ambassador:187 apisix:189 appMesh:192 istio:197 managedRoutes:47 maxTrafficWeight nginx:198 plugins
  smi:199 traefik:200
202 abortScaleDownDelaySeconds analysis:170 antiAffinity:165 canaryMetadata:163 canaryService dynamicStableScale
  maxSurge maxUnavailable minPodsPerReplicaSet pingPong:171 replicaProgressThreshold:172 scaleDownDelayRevisionLimit
  scaleDownDelaySeconds stableMetadata:163 stableService steps:184 trafficRouting:201
203 blueGreen:169 canary:202
204 apiVersion kind name scaleDown
205 analysis:161 minReadySeconds paused progressDeadlineAbort progressDeadlineSeconds replicas restartAt
  revisionHistoryLimit rollbackWindow:162 selector:4 strategy:203 template:99 workloadRef:204
206 arn fullName name
207 canaryTargetGroup:206 ingress loadBalancer:206 stableTargetGroup:206
208 message name status
209 activeSelector postPromotionAnalysisRunStatus:208 prePromotionAnalysisRunStatus:208 previewSelector
  scaleUpPreviewCheckPoint
210 backoff disabled executions finishedAt index message name operation phase startedAt status updatedAt
211 podTemplateHash serviceName weight
212 additional:211 canary:211 stable:211 verified
213 currentBackgroundAnalysisRunStatus:208 currentExperiment currentStepAnalysisRunStatus:208 stablePingPong
  stepPluginStatuses:210 weights:212
214 reason startTime
215 HPAReplicas abort abortedAt alb:207 albs:207 availableReplicas blueGreen:209 canary:213 collisionCount
  conditions:107 controllerPause currentPodHash currentStepHash currentStepIndex message observedGeneration
  pauseConditions:214 phase promoteFull readyReplicas replicas restartedAt selector stableRS updatedReplicas
  workloadObservedGeneration
216 apiVersion kind metadata:2 spec:205 status:215
217 containerName controlledResources controlledValues maxAllowed minAllowed mode oomBumpUpRatio oomMinBumpUp
218 containerPolicies:217
219 apiVersion kind name
220 changeRequirement resources
221 evictionRequirements:220 minReplicas updateMode
222 recommenders:47 resourcePolicy:218 targetRef:219 updatePolicy:221
223 containerName lowerBound target uncappedTarget upperBound
224 containerRecommendations:223
225 conditions:103 recommendation:224
226 apiVersion kind metadata:2 spec:222 status:225
227 periodSeconds type value
228 policies:227 selectPolicy stabilizationWindowSeconds tolerance
229 scaleDown:228 scaleUp:228
230 averageUtilization averageValue type value
231 container name target:230
232 name selector:4
233 metric:232 target:230
234 describedObject:219 metric:232 target:230
235 name target:230
236 containerResource:231 external:233 object:234 pods:233 resource:235 type
237 behavior:229 maxReplicas metrics:236 minReplicas scaleTargetRef:219
238 averageUtilization averageValue value
239 container current:238 name
240 current:238 metric:232
241 current:238 describedObject:219 metric:232
242 current:238 name
243 containerResource:239 external:240 object:241 pods:240 resource:242 type
244 conditions:103 currentMetrics:243 currentReplicas desiredReplicas lastScaleTime observedGeneration
245 apiVersion kind metadata:2 spec:237 status:244
246 concurrencyPolicy failedJobsHistoryLimit jobTemplate:142 schedule startingDeadlineSeconds
  successfulJobsHistoryLimit suspend timeZone
247 apiVersion fieldPath kind name namespace resourceVersion uid
248 active:247 lastScheduleTime lastSuccessfulTime
249 apiVersion kind metadata:2 spec:246 status:248
250 failed succeeded
251 active completedIndexes completionTime conditions:114 failed failedIndexes ready startTime succeeded terminating
  uncountedTerminatedPods:250
252 apiVersion kind metadata:2 spec:141 status:251
253 datasourceName inputName
254 configMapKeyRef:13 secretKeyRef:13
255 name value valueFrom:254
256 id revision
257 fileName gzipJsonnetProject jPath
258 name version
259 password:13 username:13
260 basicAuth:259
261 allowCrossNamespaceImport configMapRef:13 contentCacheDuration datasources:253 envFrom:254 envs:255 folder
  folderRef folderUID grafanaCom:256 gzipJson instanceSelector:4 json jsonnet jsonnetLib:257 plugins:258 resyncPeriod
  suspend uid url urlAuthorization:260
262 lastTransitionTime message observedGeneration reason status type
263 NoMatchingInstances conditions:262 contentCache contentTimestamp contentUrl hash lastResync uid
264 apiVersion kind metadata:2 spec:261 status:263
265 behavior:229 name
266 activationTarget formula metricType target
267 horizontalPodAutoscalerConfig:265 restoreToOriginalReplicaCount scalingModifiers:266
268 behavior failureThreshold replicas
269 apiVersion envSourceContainerName kind name
270 kind name
271 authenticationRef:270 metadata metricType name type useCachedMetrics
272 advanced:267 cooldownPeriod fallback:268 idleReplicaCount initialCooldownPeriod maxReplicaCount minReplicaCount
  pollingInterval scaleTargetRef:269 triggers:271
273 message reason status type
274 group kind resource version
275 authenticationsTypes compositeScalerName conditions:273 externalMetricNames health hpaName lastActiveTime
  originalReplicaCount pausedReplicaCount resourceMetricNames scaleTargetGVKR:274 scaleTargetKind triggersActivity
  triggersTypes
276 apiVersion kind metadata:2 spec:272 status:275
277 secretKeyRef:122
278 valueFrom:277
279 accessKey:278 accessSecretKey:278 accessToken:278
280 identityAuthorityHost identityId identityOwner identityTenantId provider roleArn
281 name parameter secretKey versionId versionStage
282 credentials:279 podIdentity:280 region secrets:281
283 activeDirectoryEndpoint keyVaultResourceURL type
284 clientId clientSecret:278 tenantId
285 name parameter version
286 cloud:283 credentials:284 podIdentity:280 secrets:285 vaultUri
287 parameter serviceAccountName
288 key name parameter
289 containerName name parameter
290 clientSecret:278
291 id parameter version
292 credentials:290 podIdentity:280 secrets:291
293 serviceAccount serviceAccountName token
294 altNames commonName format ipSans otherSans ttl uriSans
295 key parameter path pkiData:294 type
296 address authentication credential:293 mount namespace role secrets:295
297 awsSecretManager:282 azureKeyVault:286 boundServiceAccountToken:287 configMapTargetRef:288 env:289 filePath
  gcpSecretManager:292 hashiCorpVault:296 podIdentity:280 secretTargetRef:288
298 scaledjobs scaledobjects
299 apiVersion kind metadata:2 spec:297 status:298
300 node
301 any matchNames
302 credentials:13 type
303 action modulus regex replacement separator sourceLabels targetLabel
304 configMap:13 secret:13
305 ca:304 cert:304 insecureSkipVerify keySecret:13 maxVersion minVersion serverName
306 clientId:304 clientSecret:13 endpointParams noProxy proxyConnectHeader proxyFromEnvironment proxyUrl scopes
  tlsConfig:305 tokenUrl
307 authorization:302 basicAuth:259 bearerTokenSecret:13 enableHttp2 filterRunning followRedirects honorLabels
  honorTimestamps interval metricRelabelings:303 noProxy oauth2:306 params path port portNumber proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:303 scheme scrapeTimeout targetPort tlsConfig:305 trackTimestampsStaleness
308 attachMetadata:300 bodySizeLimit convertClassicHistogramsToNHCB fallbackScrapeProtocol jobLabel keepDroppedTargets
  labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:301 nativeHistogramBucketLimit
  nativeHistogramMinBucketFactor podMetricsEndpoints:307 podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism targetLimit
309 conditions:262 group name namespace resource
310 bindings:309
311 apiVersion kind metadata:2 spec:308 status:310
312 alert annotations expr for keep_firing_for labels record
313 interval labels limit name partial_response_strategy query_offset rules:312
314 groups:313
315 apiVersion kind metadata:2 spec:314 status:310
316 ca:304 caFile cert:304 certFile insecureSkipVerify keyFile keySecret:13 maxVersion minVersion serverName
317 authorization:302 basicAuth:259 bearerTokenFile bearerTokenSecret:13 enableHttp2 filterRunning followRedirects
  honorLabels honorTimestamps interval metricRelabelings:303 noProxy oauth2:306 params path port proxyConnectHeader
  proxyFromEnvironment proxyUrl relabelings:303 scheme scrapeTimeout targetPort tlsConfig:316 trackTimestampsStaleness
318 attachMetadata:300 bodySizeLimit convertClassicHistogramsToNHCB endpoints:317 fallbackScrapeProtocol jobLabel
  keepDroppedTargets labelLimit labelNameLengthLimit labelValueLengthLimit namespaceSelector:301
  nativeHistogramBucketLimit nativeHistogramMinBucketFactor podTargetLabels sampleLimit scrapeClass
  scrapeClassicHistograms scrapeNativeHistograms scrapeProtocols selector:4 selectorMechanism serviceDiscoveryRole
  targetLabels targetLimit
319 apiVersion kind metadata:2 spec:318 status:310
320 h2UpgradePolicy http1MaxPendingRequests http2MaxRequests idleTimeout maxConcurrentStreams maxRequestsPerConnection
  maxRetries useClientProtocol
321 interval probes time
322 connectTimeout idleTimeout maxConnectionDuration maxConnections tcpKeepalive:321
323 http:320 tcp:322
324 attributes:22 name path ttl
325 tableSize
326 minimumRingSize
327 httpCookie:324 httpHeaderName httpQueryParameterName maglev:325 minimumRingSize ringHash:326 useSourceIp
328 from to
329 distribute:328 enabled failover:328 failoverPriority
330 aggression duration minimumPercent
331 consistentHash:327 localityLbSetting:329 simple warmup:330 warmupDurationSecs
332 baseEjectionTime consecutive5xxErrors consecutiveErrors consecutiveGatewayErrors consecutiveLocalOriginFailures
  interval maxEjectionPercent minHealthPercent splitExternalLocalOriginErrors
333 number
334 caCertificates caCrl clientCertificate credentialName insecureSkipVerify mode privateKey sni subjectAltNames
335 connectionPool:323 loadBalancer:331 outlierDetection:332 port:333 tls:334
336 version
337 minRetryConcurrency percent
338 protocol targetHost targetPort
339 connectionPool:323 loadBalancer:331 outlierDetection:332 portLevelSettings:335 proxyProtocol:336 retryBudget:337
  tls:334 tunnel:338
340 labels name trafficPolicy:339
341 matchLabels
342 exportTo host subsets:340 trafficPolicy:339 workloadSelector:341
343 lastProbeTime lastTransitionTime message observedGeneration reason status type
344 code name
345 documentationUrl level type:344
346 conditions:343 observedGeneration validationMessages:345
347 apiVersion kind metadata:2 spec:342 status:346
348 name number protocol targetPort
349 caCertificates privateKey serverCertificate
350 caCertCredentialName caCertificates caCrl cipherSuites credentialName credentialNames httpsRedirect
  maxProtocolVersion minProtocolVersion mode privateKey serverCertificate subjectAltNames tlsCertificates:349
  verifyCertificateHash verifyCertificateSpki
351 bind defaultEndpoint hosts name port:348 tls:350
352 selector servers:351
353 apiVersion kind metadata:2 spec:352 status:346
354 address labels locality network ports serviceAccount weight
355 labels
356 addresses endpoints:354 exportTo hosts location ports:348 resolution subjectAltNames workloadSelector:355
357 apiVersion kind metadata:2 spec:356 status:346
358 bind captureMode hosts port:348
359 bind captureMode connectionPool:323 defaultEndpoint port:348 tls:350
360 host port:333 subset
361 egressProxy:360 mode
362 egress:358 inboundConnectionPool:323 ingress:359 outboundTrafficPolicy:361 workloadSelector:355
363 apiVersion kind metadata:2 spec:362 status:346
364 allowCredentials allowHeaders allowMethods allowOrigin allowOrigins:179 exposeHeaders maxAge unmatchedPreflights
365 name namespace
366 bytes string
367 body:366 status
368 value
369 grpcStatus http2Error httpStatus percentage:368
370 exponentialDelay fixedDelay percent percentage:368
371 abort:369 delay:370
372 add remove set
373 request:372 response:372
374 authority:179 gateways headers ignoreUriCase method:179 name port queryParams scheme:179 sourceLabels
  sourceNamespace statPrefix uri:179 withoutHeaders
375 destination:360 percentage:368
376 authority derivePort port redirectCode scheme uri
377 attempts backoff perTryTimeout retryIgnorePreviousHosts retryOn retryRemoteLocalities
378 match rewrite
379 authority uri uriRegexRewrite:378
380 destination:360 headers:373 weight
381 corsPolicy:364 delegate:365 directResponse:367 fault:371 headers:373 match:374 mirror:360 mirrorPercent
  mirrorPercentage:368 mirror_percent mirrors:375 name redirect:376 retries:377 rewrite:379 route:380 timeout
382 destinationSubnets gateways port sourceLabels sourceNamespace sourceSubnet
383 destination:360 weight
384 match:382 route:383
385 destinationSubnets gateways port sniHosts sourceLabels sourceNamespace
386 match:385 route:383
387 exportTo gateways hosts http:381 tcp:384 tls:386
388 apiVersion kind metadata:2 spec:387 status:346
389 endPort port protocol
390 cidr except
391 ipBlock:390 namespaceSelector:4 podSelector:4
392 ports:389 to:391
393 from:391 ports:389
394 egress:392 ingress:393 podSelector:4 policyTypes
395 apiVersion kind metadata:2 spec:394
396 attrs:18 configPath env:18 image resourceRequirements:33 version volumeClaimTemplate:69 volumeLimitSize
397 useLabelsForResourceAttributes
398 env:18 image resourceRequirements:33 volumeClaimTemplate:69 volumeLimitSize
399 ca_file cert_file configMapName key_file secretName
400 endpoint tls:399
401 env:18 image resourceRequirements:33 securityContext:40 volumeClaimTemplate:69 volumeLimitSize
402 dir image
403 env:18 extensions:402 image resources:33 volumeClaimTemplate:69 volumeLimitSize
404 attrs:18 configFile env:18 image resourceRequirements:33 volumeClaimTemplate:69 volumeLimitSize
405 addK8sUIDAttributes resourceAttributes
406 argument type
407 apacheHttpd:396 defaults:397 dotnet:398 env:18 exporter:400 go:401 imagePullPolicy initContainerSecurityContext:40
  java:403 nginx:404 nodejs:398 propagators python:398 resource:405 sampler:406
408 upgradeBlockedVersions
409 apiVersion kind metadata:2 spec:407 status:408
410 maxUnavailable minAvailable selector:4 unhealthyPodEvictionPolicy
411 conditions:262 currentHealthy desiredHealthy disruptedPods disruptionsAllowed expectedPods observedGeneration
412 apiVersion kind metadata:2 spec:410 status:411
413 apiVersion kind metadata:2 roleRef:65 subjects:66
414 ipBlocks namespaces notIpBlocks notNamespaces notPrincipals notRemoteIpBlocks notRequestPrincipals
  notServiceAccounts principals remoteIpBlocks requestPrincipals serviceAccounts
415 source:414
416 hosts methods notHosts notMethods notPaths notPorts paths ports
417 operation:416
418 key notValues values
419 from:415 to:417 when:418
420 group kind name namespace
421 action provider:47 rules:419 selector:341 targetRef:420 targetRefs:420
422 apiVersion kind metadata:2 spec:421 status:346
423 mode
424 mtls:423 portLevelMtls selector:341
425 apiVersion kind metadata:2 spec:424 status:346
426 activeDeadlineSeconds affinity:12 automountServiceAccountToken containerConcurrency containers:43 dnsConfig:44
  dnsPolicy enableServiceLinks ephemeralContainers:45 hostAliases:46 hostIPC hostNetwork hostPID hostUsers hostname
  hostnameOverride idleTimeoutSeconds imagePullSecrets:47 initContainers:43 nodeName nodeSelector os:47 overhead
  preemptionPolicy priority priorityClassName readinessGates:48 resourceClaims:49 resources:33
  responseStartTimeoutSeconds restartPolicy runtimeClassName schedulerName schedulingGates:47 schedulingGroup:50
  securityContext:51 serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
  terminationGracePeriodSeconds timeoutSeconds tolerations:52 topologySpreadConstraints:53 volumes:97
427 metadata:2 spec:426
428 configurationName latestRevision percent revisionName tag url
429 template:427 traffic:428
430 CACerts audience name url
431 lastTransitionTime message reason severity status type
432 address:430 annotations conditions:431 latestCreatedRevisionName latestReadyRevisionName observedGeneration
  traffic:428 url
433 apiVersion kind metadata:2 spec:429 status:432
434 expression
435 disabled filter:434 match:423 providers:47
436 customMetric metric mode
437 disabled match:436 tagOverrides
438 overrides:437 providers:47 reportingInterval
439 customTags disableSpanReporting enableIstioTags match:423 providers:47 randomSamplingPercentage
  useRequestIdForTraceSampling
440 accessLogging:435 metrics:438 selector:341 targetRef:420 targetRefs:420 tracing:439
441 apiVersion kind metadata:2 spec:440 status:346
442 apiVersion binaryData data immutable kind metadata:2
443 finalizers
444 conditions:103 phase
445 apiVersion kind metadata:2 spec:443 status:444
446 appProtocol name nodePort port protocol targetPort
447 timeoutSeconds
448 clientIP:447
449 allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy
  healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP
  loadBalancerSourceRanges ports:446 publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig:448
  trafficDistribution type
450 error port protocol
451 hostname ip ipMode ports:450
452 ingress:451
453 conditions:262 loadBalancer:452
454 apiVersion kind metadata:2 spec:449 status:453
455 apiVersion automountServiceAccountToken imagePullSecrets:47 kind metadata:2 secrets:247
`;

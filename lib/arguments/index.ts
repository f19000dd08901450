export { isFromOtherCopy, markCopy } from './copy';
export { blame, judged, judgeProps } from './judge';
export { judgeCalls } from './wrap';

export { isFromLibrary, isFromOtherCopy, markCopy } from './copy';
export { copied, frozen } from './data';
export { blame, judged, judgeProps } from './judge';
export { nearest } from './nearest';
export { judgeCalls } from './wrap';

/** RFC 9420 sections 6, 12 and 17: the few registered numbers that a DAVE delivery service meets. */
export const PROTOCOL_MLS10 = 1
/** DHKEM P-256, AES-128-GCM, SHA-256, ECDSA P-256: the only suite of DAVE 1. */
export const CIPHER_SUITE = 2

export const WireFormat = { publicMessage: 1, keyPackage: 5 } as const
export const SenderType = { member: 1, external: 2 } as const
export const ContentType = { proposal: 2, commit: 3 } as const
export const ProposalType = { add: 1, remove: 3 } as const
export const ProposalOrRef = { proposal: 1, reference: 2 } as const
export const LeafNodeSource = { keyPackage: 1, commit: 3 } as const
export const CREDENTIAL_BASIC = 1

/** The part of dns-packet that the local network uses; the package ships no types. */
declare module 'dns-packet' {
  export type Question = { readonly type: string; readonly name: string }
  /** `data` is the target of a PTR, the address of an A, the strings of a TXT and port and target of an SRV. */
  export type DnsRecord = {
    readonly type: string
    readonly name: string
    readonly ttl?: number
    readonly flush?: boolean
    readonly data?: unknown
  }
  export type Packet = {
    readonly type: 'query' | 'response'
    readonly flags?: number
    readonly questions?: readonly Question[]
    readonly answers?: readonly DnsRecord[]
    readonly additionals?: readonly DnsRecord[]
  }
  const dns: {
    readonly AUTHORITATIVE_ANSWER: number
    encode(packet: Packet): Buffer
    /** Throws for what is no packet. */
    decode(bytes: Uint8Array): Packet
  }
  export default dns
}

"""Everything on this namespace's wires, each frame after its length in 4 bytes, to stdout."""
import signal, socket, struct, sys

wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.ntohs(3))
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
sys.stderr.write("ready\n")
sys.stderr.flush()
while True:
    frame, (interface, *_) = wire.recvfrom(65535)
    if interface != "lo":
        sys.stdout.buffer.write(struct.pack(">I", len(frame)) + frame)
        sys.stdout.buffer.flush()

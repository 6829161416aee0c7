"""X.509 and pyHanko: keys, certificates, envelope and PDF signatures."""

from pilkades_desk.kits.signing.offline import close_network

close_network()

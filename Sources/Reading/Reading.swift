import Crypto
import Diplomacy

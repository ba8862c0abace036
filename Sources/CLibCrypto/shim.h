/* The library's plain SHA-256 functions: a state that is a value, no allocation, no call that can fail. Its newer ones
 * (EVP) look their algorithm up at run time, by a configuration file of the machine that may turn it off. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

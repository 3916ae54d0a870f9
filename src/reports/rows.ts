export { by, grouped } from '../model/order.js'
